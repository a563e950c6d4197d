// Level 1 of the diary: all users of a month with hours, extra hours and salary, and who is working now (B33 to B35, B44).
import { Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { lastDayOf } from '../../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import { fold } from '../../../shared/base/text.ts'
import type { DiaryMonth, DiaryUserRow } from '../../../shared/contract/diary.ts'
import { monthSums } from '../../../shared/rules/monthSums.ts'
import { useModule, usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { AccountFigure } from '../account/AccountFigure.tsx'
import { WorkbookButton } from '../export/WorkbookButton.tsx'
import { Crumbs } from './Crumbs.tsx'
import classes from './diary.module.css'
import { APPROVALS_PATH, diaryPath, EXCEPTIONS_PATH } from './diaryAddress.ts'
import { useDiaryPlace, useScrollPlace } from './diaryPlace.ts'
import { Figure } from '../../ui/figures/Figure.tsx'
import { ClosedBadge, PeriodMenu } from './Period.tsx'
import { MonthSwitcher } from './MonthSwitcher.tsx'
import { useRowKeys } from './rowKeys.ts'
import { ApprovalState, MissingDays } from './UserSigns.tsx'
import { WorkingNow } from './WorkingNow.tsx'

/** From so many users on, a filter helps more than it takes room. */
const FILTER_FROM = 10

export function UsersMonth({ month }: { month: Month }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const [, navigate] = useLocation()
  const diary = useRequest('diary.month', { month }, { keepPrevious: true })
  return (
    <Page
      fill
      title={<Crumbs month={month} />}
      name={`${format.month(month)} – ${t('title')}`}
      beside={<ClosedBadge month={month} />}
      actions={
        <>
          <MonthSwitcher month={month} onChange={(to) => navigate(diaryPath(to))} />
          <ToApprovals />
          {permitted('export.start') && (
            <WorkbookButton
              what={{ kind: 'payroll', month }}
              title={t('export.payrollHint', { month: format.month(month) })}
            />
          )}
          <PeriodMenu month={month} />
        </>
      }
    >
      <WorkingNow />
      <ExceptionsWait />
      <Loaded query={diary} rows={10}>
        {(data) => <UsersTable diary={data} />}
      </Loaded>
    </Page>
  )
}

/** Time that fell into the closed period, where there is any. */
function ExceptionsWait() {
  const { t } = useTranslation('diary')
  const { data } = useRequest('periodException.list', {})
  const count = data?.rows.length ?? 0
  if (count === 0) return null
  return (
    <Text size="sm">
      {t('exceptions.waits', { count })}{' '}
      <Anchor component={Link} href={EXCEPTIONS_PATH} size="sm">
        {t('exceptions.look')}
      </Anchor>
    </Text>
  )
}

/** To what waits for a decision, with how many people’s days do. */
function ToApprovals() {
  const { t } = useTranslation('approvals')
  const on = useModule('approvals')
  const count = useRequest('approval.count', {}, { enabled: on })
  if (!on) return null
  const waiting = count.data?.waiting ?? 0
  return (
    <Button component={Link} href={APPROVALS_PATH} variant={waiting > 0 ? 'light' : 'default'}>
      {waiting > 0 ? t('toPageWaiting', { count: waiting }) : t('toPage')}
    </Button>
  )
}

function UsersTable({ diary }: { diary: DiaryMonth }) {
  const { t } = useTranslation('diary')
  const { t: ta } = useTranslation('absence')
  const { t: tp } = useTranslation('approvals')
  const format = useFormat()
  const { filter, setFilter } = useDiaryPlace()
  const table = useRowKeys()
  const place = useScrollPlace('users')
  const last = lastDayOf(diary.month)
  const on = last < diary.today ? last : diary.today
  const accounts = useRequest('account.list', { on }, { keepPrevious: true })
  const balances = new Map(accounts.data?.rows.map(({ userId, balanceMs }) => [userId, balanceMs]))
  const wanted = fold(filter.trim())
  const filtered = diary.rows.length >= FILTER_FROM && wanted !== ''
  const rows = filtered ? diary.rows.filter(({ name }) => fold(name).includes(wanted)) : diary.rows
  if (diary.rows.length === 0) {
    return (
      <EmptyState
        title={t('users.emptyTitle')}
        text={t('users.emptyText')}
        action={
          <Button component={Link} href="/settings/users">
            {t('users.emptyAction')}
          </Button>
        }
      />
    )
  }
  const anyApproval = rows.some(({ approvals }) => approvals !== null)
  const anyMissing = rows.some(({ missingDays }) => missingDays > 0)
  return (
    <>
      {diary.rows.length >= FILTER_FROM && (
        <TextInput
          aria-label={t('users.filter')}
          placeholder={t('users.filter')}
          leftSection={<Search size={16} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={260}
        />
      )}
      <div
        className={classes.scroller}
        // Room for head, foot and a few rows, and no empty room below a single one.
        style={{ minBlockSize: Math.min(180, 72 + 37 * Math.max(1, rows.length)) }}
        ref={place.ref}
        onScrollEnd={place.onScrollEnd}
        tabIndex={-1}
      >
        <table className={classes.table} ref={table}>
          <caption className="visually-hidden">
            {t('users.caption', { month: format.month(diary.month) })}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={classes.userHead}>
                {t('column.user')}
              </th>
              <th scope="col" data-end>
                {t('column.totalHours')}
              </th>
              <th scope="col" className={classes.barColumn}>
                <span className="visually-hidden">{t('column.filled')}</span>
              </th>
              <th scope="col" data-end>
                {t('column.expected')}
              </th>
              <th scope="col" data-end>
                {t('column.extraHours')}
              </th>
              <th scope="col" data-end title={ta('account.hintThrough', { date: format.date(on) })}>
                {ta('account.title')}
              </th>
              <th scope="col" data-end>
                {t('column.salary')}
              </th>
              {anyApproval && (
                <th scope="col" className={classes.signColumn}>
                  {tp('button')}
                </th>
              )}
              {anyMissing && (
                <th scope="col" data-end className={classes.signColumn}>
                  {t('column.missing')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <UserRow
                key={row.userId}
                row={row}
                month={diary.month}
                currency={diary.currency}
                missing={anyMissing}
                approval={anyApproval}
                account={{ on, balanceMs: balances.get(row.userId) ?? null }}
              />
            ))}
          </tbody>
          <UsersFoot
            sums={filtered ? monthSums(rows) : diary.sums}
            currency={diary.currency}
            missing={anyMissing}
            approval={anyApproval}
            accountMs={
              balances.size === 0
                ? null
                : rows.reduce((sum, { userId }) => sum + (balances.get(userId) ?? 0), 0)
            }
          />
        </table>
        {rows.length === 0 && <EmptyState title={t('users.filterNone', { search: filter.trim() })} />}
      </div>
    </>
  )
}

type UserRowProps = {
  row: DiaryUserRow
  month: Month
  currency: string
  missing: boolean
  approval: boolean
  /** null: still on its way. */
  account: { on: LocalDate; balanceMs: number | null }
}

function UserRow({ row, month, currency, missing, approval, account }: UserRowProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const [, navigate] = useLocation()
  const { figures, name } = row
  const href = diaryPath(month, row.userId)
  return (
    <tr className={classes.clickable} data-dim={!row.active || undefined} onClick={() => navigate(href)}>
      <th scope="row">
        <Group gap={8} wrap="nowrap">
          <span
            className={classes.atWorkDot}
            data-on={row.atWork || undefined}
            title={row.atWork ? t('users.atWork') : undefined}
          >
            {row.atWork && <span className="visually-hidden">{t('users.atWorkNow', { name })}</span>}
          </span>
          <Link
            href={href}
            data-row-link
            className={`${classes.rowLink} truncate`}
            title={name}
            onClick={(event) => event.stopPropagation()}
          >
            <bdi>{name}</bdi>
          </Link>
          {!row.active && (
            <Text size="xs" c="dimmed" component="span">
              {t('users.inactive')}
            </Text>
          )}
        </Group>
        <div className={classes.signsBeneath}>
          <ApprovalState row={row} />
          <MissingDays row={row} />
        </div>
      </th>
      <td data-end>
        <Figure label={t('column.totalHours')} of={name} steps={figures.steps.total}>
          {format.duration(figures.totalMs)}
        </Figure>
      </td>
      <td className={classes.barColumn}>
        <ExpectedBar totalMs={figures.totalMs} expectedMs={figures.expectedMs} />
      </td>
      <td data-end className="quiet num">
        {figures.expectedMs === 0 ? '–' : format.duration(figures.expectedMs)}
      </td>
      <td data-end>
        <Figure label={t('column.extraHours')} of={name} steps={figures.steps.extra}>
          {format.duration(figures.extraMs)}
        </Figure>
      </td>
      <td data-end>
        {account.balanceMs !== null && (
          <AccountFigure userId={row.userId} of={name} on={account.on} balanceMs={account.balanceMs} />
        )}
      </td>
      <td data-end>
        <Figure label={t('column.salary')} of={name} steps={figures.steps.salary}>
          {figures.salaryMinor === null ? '–' : format.money(figures.salaryMinor, currency)}
        </Figure>
      </td>
      {approval && (
        <td className={classes.signColumn}>
          <ApprovalState row={row} />
        </td>
      )}
      {missing && (
        <td data-end className={`${classes.signColumn} num`}>
          <MissingDays row={row} />
        </td>
      )}
    </tr>
  )
}

/** Total against expected, quietly: how far the month is filled, and what goes beyond. */
export function ExpectedBar({ totalMs, expectedMs }: { totalMs: number; expectedMs: number }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const whole = Math.max(totalMs, expectedMs, 1)
  const said =
    expectedMs === 0
      ? t('users.noExpected', { total: format.duration(totalMs) })
      : t('users.ofExpected', { total: format.duration(totalMs), expected: format.duration(expectedMs) })
  return (
    <div className={classes.bar} role="img" aria-label={said} title={said}>
      <div
        className={classes.barFill}
        data-drawn
        style={{ inlineSize: `${(100 * Math.min(totalMs, expectedMs || totalMs)) / whole}%` }}
      />
      {expectedMs > 0 && totalMs > expectedMs && (
        <div
          className={classes.barExtra}
          data-drawn="beyond"
          style={{ inlineSize: `${(100 * (totalMs - expectedMs)) / whole}%` }}
        />
      )}
    </div>
  )
}

type UsersFootProps = {
  sums: DiaryMonth['sums']
  currency: string
  missing: boolean
  approval: boolean
  accountMs: number | null
}

function UsersFoot({ sums, currency, missing, approval, accountMs }: UsersFootProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { salaryMinor, withoutSalary } = sums
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.userHead}>
          {t('users.total')}
        </th>
        <td data-end>{format.duration(sums.totalMs)}</td>
        <td className={classes.barColumn}>{null}</td>
        <td data-end className="quiet">
          {format.duration(sums.expectedMs)}
        </td>
        <td data-end>{format.duration(sums.extraMs)}</td>
        <td data-end>{accountMs === null ? '' : format.duration(accountMs)}</td>
        <td
          data-end
          title={
            salaryMinor !== null && withoutSalary > 0
              ? t('users.withoutSalary', { count: withoutSalary })
              : undefined
          }
        >
          {salaryMinor === null ? '–' : format.money(salaryMinor, currency)}
        </td>
        {approval && <td className={classes.signColumn}>{null}</td>}
        {missing && (
          <td data-end className={classes.signColumn}>
            {t('users.missing', { count: sums.missingDays })}
          </td>
        )}
      </tr>
    </tfoot>
  )
}
