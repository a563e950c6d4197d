// Level 2 of the diary: one user's month, every day of it, with its figures and a small chart above (B35 to B37, B48).
import { Anchor, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import { lastDayOf } from '../../../shared/base/localDate.ts'
import type { DiaryUserMonth } from '../../../shared/contract/diary.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { AccountDialog } from '../account/AccountDialog.tsx'
import { AccountFigure } from '../account/AccountFigure.tsx'
import { WorkbookButton } from '../export/WorkbookButton.tsx'
import { Crumbs } from './Crumbs.tsx'
import { DayBars } from './DayBars.tsx'
import { DayModal } from './DayModal.tsx'
import { DaysTable } from './DaysTable.tsx'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'
import { Figure } from '../../ui/figures/Figure.tsx'
import { MonthApproval } from './MonthApproval.tsx'
import { MonthSwitcher } from './MonthSwitcher.tsx'
import { ClosedBadge, PeriodMenu } from './Period.tsx'
import { ExpectedBar } from './UsersMonth.tsx'

export type UserMonthProps = { month: Month; userId: string; date: LocalDate | null }

export function UserMonth({ month, userId, date }: UserMonthProps) {
  const { t } = useTranslation('diary')
  const permitted = usePermitted()
  const [, navigate] = useLocation()
  const diary = useRequest('diary.user', { userId, month }, { keepPrevious: true })
  const name = diary.data?.name ?? '…'
  const format = useFormat()
  if (diary.error?.error.code === 'notFound.user') return <NoSuchUser />
  return (
    <Page
      fill
      title={<Crumbs month={month} user={{ id: userId, name }} date={date} />}
      name={[date === null ? format.month(month) : format.date(date, 'weekday'), name, t('title')].join(
        ' – ',
      )}
      beside={<ClosedBadge month={month} />}
      actions={
        <>
          <MonthSwitcher
            month={month}
            onChange={(to) => navigate(diaryPath(to, userId))}
            keys={date === null}
          />
          {diary.data !== undefined && <MonthApproval diary={diary.data} />}
          {permitted('export.start') && (
            <WorkbookButton
              what={{ kind: 'userMonth', userId, month }}
              title={t('export.userHint', { name })}
            />
          )}
          <PeriodMenu month={month} />
        </>
      }
    >
      <Loaded query={diary} rows={12}>
        {(data) => (
          <>
            <MonthHead diary={data} />
            <DaysTable diary={data} onOpen={(day) => navigate(diaryPath(month, userId, day))} />
          </>
        )}
      </Loaded>
      {date !== null && (
        <DayModal
          userId={userId}
          date={date}
          onDate={(day) => navigate(diaryPath(day.slice(0, 7), userId, day), { replace: true })}
          onClose={() => navigate(diaryPath(month, userId))}
        />
      )}
    </Page>
  )
}

function MonthHead({ diary }: { diary: DiaryUserMonth }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { figures } = diary
  const missing = diary.days.filter(({ status }) => status === 'missing').length
  const breaks = diary.days.filter(({ breakWarning }) => breakWarning !== null).length
  const tiles = [
    {
      label: t('column.totalHours'),
      value: format.duration(figures.totalMs),
      steps: figures.steps.total,
      note: undefined,
    },
    {
      label: t('column.extraHours'),
      value: format.duration(figures.extraMs),
      steps: figures.steps.extra,
      note: undefined,
    },
    {
      label: t('column.balance'),
      value: diary.balanceMs === null ? '–' : format.duration(diary.balanceMs),
      steps: null,
      note: t('days.balanceHint'),
    },
    {
      label: t('column.salary'),
      value: figures.salaryMinor === null ? '–' : format.money(figures.salaryMinor, diary.currency),
      steps: figures.steps.salary,
      note: undefined,
    },
  ]
  return (
    <div className={classes.monthHead}>
      <dl className={classes.tiles}>
        {tiles.map(({ label, value, steps, note }, index) => (
          <div key={label} className={classes.tile}>
            <dt>{label}</dt>
            <dd>
              {steps === null ? (
                <span className="num">{value}</span>
              ) : (
                <Figure label={label} steps={steps}>
                  {value}
                </Figure>
              )}
              {index === 0 && <ExpectedBar totalMs={figures.totalMs} expectedMs={figures.expectedMs} />}
            </dd>
            {index === 0 && (
              <dd className={classes.tileNote}>
                {t('users.ofExpected', {
                  total: format.duration(figures.totalMs),
                  expected: format.duration(figures.expectedMs),
                })}
              </dd>
            )}
            {note !== undefined && <dd className={classes.tileNote}>{note}</dd>}
            {index === 2 && breaks > 0 && (
              <dd className={classes.tileNote}>{t('breaks.count', { count: breaks })}</dd>
            )}
            {index === 3 && missing > 0 && (
              <dd className={classes.tileNote}>
                <Group gap={4} c="var(--db-missing)">
                  {t('days.missingCount', { count: missing })}
                </Group>
              </dd>
            )}
          </div>
        ))}
        <AccountTile diary={diary} />
      </dl>
      <DayBars diary={diary} />
    </div>
  )
}

function NoSuchUser() {
  const { t } = useTranslation('diary')
  return (
    <Page title={t('title')}>
      <EmptyState
        title={t('problem.noUser')}
        text={t('problem.noUserText')}
        action={
          <Button component={Link} href="/diary">
            {t('problem.toDiary')}
          </Button>
        }
      />
    </Page>
  )
}

/** The balance to date, which explains itself, and the way to its corrections and payouts (I6). */
function AccountTile({ diary }: { diary: DiaryUserMonth }) {
  const { t } = useTranslation('absence')
  const [open, setOpen] = useState(false)
  const { userId, name, month, today } = diary
  const last = lastDayOf(month)
  const on = last < today ? last : today
  const account = useRequest('account.get', { userId, on }, { keepPrevious: true })
  if (account.data === undefined) return null
  return (
    <div className={classes.tile}>
      <dt>{t('account.title')}</dt>
      <dd>
        <AccountFigure userId={userId} on={on} balanceMs={account.data.balanceMs} />
      </dd>
      <dd className={classes.tileNote}>
        <Anchor component="button" type="button" size="xs" m={0} onClick={() => setOpen(true)}>
          {t('account.manage')}
        </Anchor>
      </dd>
      {open && <AccountDialog userId={userId} name={name} account="time" onClose={() => setOpen(false)} />}
    </div>
  )
}
