// The dated versions of a user's vacation entitlement, and its corrections and payouts (I3, I6).
import { Button, Fieldset, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDays } from '../../../shared/base/signedText.ts'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Entitlement } from '../../../shared/entities/entitlement.ts'
import { useAppState, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { DatedVersions } from '../../ui/dated/DatedVersions.tsx'
import type { ShownVersion, VersionForm } from '../../ui/dated/DatedVersions.tsx'
import { firstOpenDay } from '../../ui/dated/firstOpenDay.ts'
import { VersionRow } from '../../ui/dated/VersionRow.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { AccountDialog } from '../account/AccountDialog.tsx'

export function Entitlements({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const { t: ta } = useTranslation('absence')
  const [correcting, setCorrecting] = useState(false)
  const versions = useRequest('entitlement.list', { userId: user.id }).data ?? []
  return (
    <div>
      <DatedVersions
        label={t('absence.entitlement')}
        head={{
          title: t('absence.entitlement'),
          lead: versions.length === 0 ? t('absence.noEntitlement') : t('absence.entitlementLead'),
        }}
        versions={versions}
        empty={null}
        add={{ text: t('absence.addEntitlement') }}
        form={(form) => <EntitlementForm userId={user.id} {...form} />}
      >
        {(shown) => <Version {...shown} />}
      </DatedVersions>
      <Button variant="subtle" size="compact-sm" mt={6} onClick={() => setCorrecting(true)}>
        {ta('account.manage')}
      </Button>
      {correcting && (
        <AccountDialog
          userId={user.id}
          name={user.name}
          account="vacation"
          onClose={() => setCorrecting(false)}
        />
      )}
    </div>
  )
}

function Version({ version, state, onEdit }: ShownVersion<Entitlement>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const date = format.date(version.validFrom)
  const remove = useCommand('entitlement.remove', { undo: t('absence.entitlementDeleted', { date }) })
  return (
    <VersionRow
      validFrom={version.validFrom}
      state={state}
      editLabel={t('absence.editEntitlement', { date })}
      deleteLabel={t('absence.deleteEntitlement', { date })}
      onEdit={onEdit}
      onDelete={() => void remove.run({ entitlementId: version.id })}
      head={
        <Text fw={600} className="num">
          {date}
        </Text>
      }
    >
      <Text size="sm">{t('absence.daysAYear', { days: format.days(version.hundredths) })}</Text>
    </VersionRow>
  )
}

function EntitlementForm({
  userId,
  edited,
  template,
  onClose,
}: VersionForm<Entitlement> & { userId: string }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { today } = useAppState()
  const { closedThrough } = useOrganisation()
  const begin = firstOpenDay(`${today.slice(0, 4)}-01-01`, closedThrough)
  const [validFrom, setValidFrom] = useState<string | null>(edited?.validFrom ?? begin)
  const [days, setDays] = useState(template === null ? '' : format.days(template.hundredths))
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const save = useCommand('entitlement.set', { errors: 'return', undo: t('saved') })
  const hundredths = readDays(days)
  const wrong = hundredths === null || hundredths < 0 || hundredths > 36_600
  const submit = async () => {
    setTried(true)
    if (validFrom === null || wrong) return
    const reply = await save.run({ userId, validFrom, hundredths })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Fieldset
        mb="sm"
        legend={
          edited === null
            ? t('absence.addEntitlement')
            : t('absence.editEntitlement', { date: format.date(edited.validFrom) })
        }
      >
        <Group gap="md" align="flex-start">
          <DateField
            label={t('contract.validFrom')}
            value={validFrom}
            required
            onChange={(date) => {
              setValidFrom(date)
              setError(null)
            }}
            error={tried && validFrom === null ? t('contract.dateRequired') : refused.date}
          />
          <TextInput
            label={t('absence.days')}
            value={days}
            w={150}
            aria-required
            autoComplete="off"
            error={tried && wrong ? t('absence.daysWrong') : undefined}
            onChange={(event) => {
              setDays(event.currentTarget.value)
              setError(null)
            }}
          />
        </Group>
        <Refusal error={refused.rest} onClose={() => setError(null)} />
        <Group justify="flex-end" gap="sm" mt="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.pending}>
            {t('save')}
          </Button>
        </Group>
      </Fieldset>
    </SubmitForm>
  )
}
