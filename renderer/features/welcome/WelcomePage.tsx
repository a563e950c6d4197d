// The first run: who you are and where, and the first customer; or a firm with sample data to look around in.
import { Alert, Button, Group, Loader, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { ComingForm } from '../team/ComingForm.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { ReadBack } from './ReadBack.tsx'
import { currencyOptions, guessCurrency, zoneOptions } from './choices.ts'
import classes from './WelcomePage.module.css'

export function WelcomePage() {
  const { t } = useTranslation('welcome')
  const { t: tc } = useTranslation('common')
  const { zone: systemZone } = useAppState()
  const format = useFormat()
  const [userName, setUserName] = useState('')
  const [organisationName, setOrganisationName] = useState('')
  const [zone, setZone] = useState(systemZone)
  const [currency, setCurrency] = useState(() => guessCurrency(navigator.languages))
  const [customerName, setCustomerName] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const setUp = useCommand('organisation.setUp', { errors: 'return' })
  const missing = (text: string) => (tried && text.trim() === '' ? tc('required') : undefined)

  const submit = async () => {
    setTried(true)
    if (userName.trim() === '' || organisationName.trim() === '') return
    const first = customerName.trim()
    const reply = await setUp.run({
      userName,
      organisationName,
      zone,
      currency,
      ...(first !== '' && { customerName: first }),
    })
    if (!reply.ok) setError(reply.error)
  }

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.form}>
          <div className={classes.head}>
            <Mark size={44} />
            <Title order={1} className={classes.title ?? ''}>
              {t('title')}
            </Title>
          </div>
          <Text c="dimmed" mb="lg">
            {t('intro')}
          </Text>
          <SubmitForm onSubmit={() => void submit()}>
            <Stack gap="md">
              <TextInput
                label={t('yourName')}
                value={userName}
                maxLength={200}
                autoComplete="name"
                // The first thing on the first screen.
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus
                error={missing(userName)}
                onChange={(event) => setUserName(event.currentTarget.value)}
              />
              <TextInput
                label={t('organisation')}
                description={t('organisationHint')}
                value={organisationName}
                maxLength={200}
                autoComplete="organization"
                error={missing(organisationName)}
                onChange={(event) => setOrganisationName(event.currentTarget.value)}
              />
              <Group grow gap="md" align="flex-start">
                <Select
                  label={t('zone')}
                  searchable
                  allowDeselect={false}
                  data={zoneOptions(systemZone)}
                  value={zone}
                  limit={200}
                  onChange={(value) => value !== null && setZone(value)}
                />
                <Select
                  label={t('currency')}
                  searchable
                  allowDeselect={false}
                  data={currencyOptions(format.locale)}
                  value={currency}
                  limit={200}
                  onChange={(value) => value !== null && setCurrency(value)}
                />
              </Group>
              <TextInput
                label={t('firstCustomer')}
                description={t('firstCustomerHint')}
                value={customerName}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setCustomerName(event.currentTarget.value)}
              />
              {error !== null && (
                <Alert color="red" variant="light">
                  <ErrorView error={error} />
                </Alert>
              )}
              <Group justify="flex-end">
                <Button type="submit" size="md" loading={setUp.pending}>
                  {t('begin')}
                </Button>
              </Group>
            </Stack>
          </SubmitForm>
        </div>
        <aside className={classes.sample}>
          <SampleData />
          <Joining />
          <ReadBack />
        </aside>
      </div>
    </main>
  )
}

function SampleData() {
  const { t } = useTranslation('welcome')
  const load = useCommand('sample.load')
  return (
    <>
      <Title order={2}>{t('sampleTitle')}</Title>
      <Text size="sm" c="dimmed">
        {t('sampleText')}
      </Text>
      {/* The button stays and keeps the focus: pressed again it must not be another one. */}
      <Button variant="default" loading={load.pending} onClick={() => void load.run({})}>
        {t('sampleLoad')}
      </Button>
      <Text size="sm" aria-live="polite">
        {load.pending && t('sampleLoading')}
      </Text>
    </>
  )
}

/** Who is in a team needs no firm of their own; what is on its way here takes the place of the form. */
function Joining() {
  const { t } = useTranslation('team')
  const format = useFormat()
  const [joining, setJoining] = useState(false)
  const status = useRequest('team.status', {}, { refetchEveryMs: 2_000 }).data
  const filling = status?.team?.phase === 'filling' ? status.team : null
  return (
    <>
      <Title order={2} mt="lg">
        {t('joinTitle')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('joinLead')}
      </Text>
      {filling !== null && !joining ? (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text size="sm">{t('state.filling', { rows: format.number(filling.rows) })}</Text>
        </Group>
      ) : (
        <Button variant="default" onClick={() => setJoining(true)}>
          {t('join')}
        </Button>
      )}
      {joining && <ComingForm how="join" onClose={() => setJoining(false)} />}
    </>
  )
}
