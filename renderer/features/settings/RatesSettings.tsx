// The section of billing rates: the organisation's, the users', and which customers and projects have their own (G7).
import { ActionIcon, Anchor, Text } from '@mantine/core'
import { ChevronUp, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RateRow } from '../../../shared/contract/billing.ts'
import { compareNames } from '../../../shared/base/nameOrder.ts'
import type { UserRow } from '../../../shared/contract/directory.ts'
import { validOn } from '../../../shared/rules/dated.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { isRateOf, RateVersions } from '../billing/RateVersions.tsx'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'

export function RatesSettings() {
  const { t } = useTranslation('settings')
  const rates = useRequest('rate.list', {})
  return (
    <Section id="rates" title={t('section.rates')} lead={t('lead.rates')}>
      <OrganisationRow rates={rates} />
      <UsersRow rates={rates} />
      <CustomersRow rates={rates} />
    </Section>
  )
}

type Rates = ReturnType<typeof useRequest<'rate.list'>>

function OrganisationRow({ rates }: { rates: Rates }) {
  const { t } = useTranslation('billing')
  const subject = { level: 'organisation' as const, subjectId: null, name: t('organisation.name') }
  return (
    <Row label={t('organisation.title')} hint={t('organisation.hint')}>
      <Loaded query={rates} rows={2}>
        {(rows) => <RateVersions subject={subject} rates={rows} empty={t('organisation.empty')} />}
      </Loaded>
    </Row>
  )
}

function UsersRow({ rates }: { rates: Rates }) {
  const { t } = useTranslation('billing')
  const users = useRequest('user.list', {})
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Row label={t('users.title')} hint={t('users.hint')} words={(users.data ?? []).map(({ name }) => name)}>
      <Loaded query={users} rows={3}>
        {(rows) => (
          <PlainTable>
            <thead>
              <tr>
                <th scope="col">{t('users.name')}</th>
                <th scope="col" data-end>
                  {t('users.now')}
                </th>
                <th scope="col" data-end>
                  {t('users.action')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((user) => (
                <UserLine
                  key={user.id}
                  user={user}
                  rates={rates.data ?? []}
                  opened={opened === user.id}
                  onToggle={() => setOpened((was) => (was === user.id ? null : user.id))}
                />
              ))}
            </tbody>
          </PlainTable>
        )}
      </Loaded>
    </Row>
  )
}

type UserLineProps = { user: UserRow; rates: readonly RateRow[]; opened: boolean; onToggle: () => void }

function UserLine({ user, rates, opened, onToggle }: UserLineProps) {
  const { t } = useTranslation('billing')
  const { today } = useAppState()
  const format = useFormat()
  const { name } = user
  const subject = { level: 'user' as const, subjectId: user.id, name }
  const now = validOn(
    rates.filter((rate) => isRateOf(rate, subject)),
    today,
  )
  const label = opened ? t('users.close', { name }) : t('users.open', { name })
  return (
    <>
      <tr data-dim={!user.active || undefined}>
        <th scope="row">
          <bdi className="truncate" title={name}>
            {name}
          </bdi>
        </th>
        <td data-end className="num">
          {now === null ? <span className="quiet">{t('none')}</span> : format.money(now.amountMinor)}
        </td>
        <td data-end>
          <ActionIcon
            c="var(--db-edit)"
            aria-label={label}
            title={label}
            aria-expanded={opened}
            onClick={onToggle}
          >
            {opened ? <ChevronUp size={16} /> : <Pencil size={16} />}
          </ActionIcon>
        </td>
      </tr>
      {opened && (
        <tr>
          <td colSpan={3} className={classes.opened}>
            <RateVersions subject={subject} rates={rates} empty={t('users.empty')} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The rates in force of customers and projects, each leading to the page where it is set. */
function CustomersRow({ rates }: { rates: Rates }) {
  const { t } = useTranslation('billing')
  const { today } = useAppState()
  const format = useFormat()
  const rows = (rates.data ?? []).filter(({ level }) => level === 'customer' || level === 'project')
  const subjects = [...Map.groupBy(rows, ({ level, subjectId }) => `${level} ${subjectId}`)]
    .flatMap(([key, own]) => (own[0] === undefined ? [] : [{ key, of: own[0], now: validOn(own, today) }]))
    .sort(
      (a, b) =>
        compareNames(a.of.subjectName ?? '', b.of.subjectName ?? '') ||
        compareNames(a.of.customerName ?? '', b.of.customerName ?? ''),
    )
  return (
    <Row
      label={t('customers.title')}
      hint={t('customers.hint')}
      words={subjects.flatMap(({ of }) => [of.subjectName ?? '', of.customerName ?? ''])}
    >
      {subjects.length === 0 ? (
        <Text size="sm" c="dimmed" pt="xs">
          {t('customers.empty')}
        </Text>
      ) : (
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">{t('customers.subject')}</th>
              <th scope="col" data-end>
                {t('users.now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ key, of, now }) => (
              <tr key={key}>
                <th scope="row">
                  <Anchor component={Link} href={`/customers/${of.customerId ?? ''}`} size="sm">
                    <bdi>{of.subjectName}</bdi>
                  </Anchor>{' '}
                  {of.level === 'project' && (
                    <span className="quiet">
                      {t('customers.project')} · <bdi>{of.customerName}</bdi>
                    </span>
                  )}
                </th>
                <td data-end className="num">
                  {now === null ? <span className="quiet">{t('none')}</span> : format.money(now.amountMinor)}
                </td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
    </Row>
  )
}
