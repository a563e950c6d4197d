// Level 1 of the diary: all users of a month with hours, extra hours and salary, and who is working now (B33 to B35, B44).
import { Button, Group, Text, TextInput } from '@mantine/core'
import { FileSpreadsheet, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Month } from '../../../shared/base/localDate.ts'
import { fold } from '../../../shared/base/text.ts'
import type { DiaryMonth, DiaryUserRow } from '../../../shared/contract/diary.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { useExport } from '../export/useExport.tsx'
import { Crumbs } from './Crumbs.tsx'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'
import { useDiaryPlace, useScrollPlace } from './diaryPlace.ts'
import { Figure } from './Figure.tsx'
import { ClosedBadge, PeriodMenu } from './Period.tsx'
import { MonthSwitcher } from './MonthSwitcher.tsx'
import { useRowKeys } from './rowKeys.ts'
import { WorkingNow } from './WorkingNow.tsx'

/** From so many users on, a filter helps more than it takes room. */
const FILTER_FROM = 10

export function UsersMonth({ month }: { month: Month }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const [, navigate] = useLocation()
  const exporting = useExport()
  const diary = useRequest('diary.month', { month }, { keepPrevious: true })
  return (
    <Page
      fill
      title={<Crumbs month={month} />}
      beside={<ClosedBadge month={month} />}
      actions={
        <>
          <MonthSwitcher month={month} onChange={(to) => navigate(diaryPath(to))} />
          {permitted('export.start') && (
            <Button
              variant="default"
              leftSection={<FileSpreadsheet size={16} />}
              title={t('export.payrollHint', { month: format.month(month) })}
              loading={exporting.pending}
              onClick={() => void exporting.start({ kind: 'payroll', month })}
            >
              {t('export.button')}
            </Button>
          )}
          <PeriodMenu month={month} />
        </>
      }
    >
      <WorkingNow />
      <Loaded query={diary} rows={10}>
        {(data) => <UsersTable diary={data} />}
      </Loaded>
    </Page>
  )
}

function UsersTable({ diary }: { diary: DiaryMonth }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { filter, setFilter } = useDiaryPlace()
  const table = useRowKeys()
  const place = useScrollPlace('users')
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
                <span className="visually-hidden">{t('column.expected')}</span>
              </th>
              <th scope="col" data-end>
                {t('column.expected')}
              </th>
              <th scope="col" data-end>
                {t('column.extraHours')}
              </th>
              <th scope="col" data-end>
                {t('column.salary')}
              </th>
              {anyMissing && (
                <th scope="col" data-end>
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
              />
            ))}
          </tbody>
          <UsersFoot rows={rows} currency={diary.currency} missing={anyMissing} />
        </table>
        {rows.length === 0 && <EmptyState title={t('users.filterNone', { search: filter.trim() })} />}
      </div>
    </>
  )
}

type UserRowProps = { row: DiaryUserRow; month: Month; currency: string; missing: boolean }

function UserRow({ row, month, currency, missing }: UserRowProps) {
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
        <Figure label={t('column.salary')} of={name} steps={figures.steps.salary}>
          {figures.salaryMinor === null ? '–' : format.money(figures.salaryMinor, currency)}
        </Figure>
      </td>
      {missing && (
        <td data-end className="num">
          {row.missingDays > 0 && (
            <span className={classes.missingText}>{t('users.missing', { count: row.missingDays })}</span>
          )}
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
        style={{ inlineSize: `${(100 * Math.min(totalMs, expectedMs || totalMs)) / whole}%` }}
      />
      {expectedMs > 0 && totalMs > expectedMs && (
        <div
          className={classes.barExtra}
          style={{ inlineSize: `${(100 * (totalMs - expectedMs)) / whole}%` }}
        />
      )}
    </div>
  )
}

function UsersFoot({
  rows,
  currency,
  missing,
}: {
  rows: readonly DiaryUserRow[]
  currency: string
  missing: boolean
}) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const sum = (of: (row: DiaryUserRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.userHead}>
          {t('users.total')}
        </th>
        <td data-end>{format.duration(sum(({ figures }) => figures.totalMs))}</td>
        <td className={classes.barColumn}>{null}</td>
        <td data-end className="quiet">
          {format.duration(sum(({ figures }) => figures.expectedMs))}
        </td>
        <td data-end>{format.duration(sum(({ figures }) => figures.extraMs))}</td>
        <td data-end>
          {format.money(
            sum(({ figures }) => figures.salaryMinor ?? 0),
            currency,
          )}
        </td>
        {missing && <td data-end>{t('users.missing', { count: sum(({ missingDays }) => missingDays) })}</td>}
      </tr>
    </tfoot>
  )
}
