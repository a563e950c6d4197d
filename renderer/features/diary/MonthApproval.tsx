// The approval of a user's month: its weeks with what became of them, submitted by whose they are and decided by those who lead (B49, I7).
import { Button, Popover, Text } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiaryUserMonth } from '../../../shared/contract/diary.ts'
import { useModule, useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import type { ApprovalWeek } from './approvalWeeks.ts'
import { approvalMonth, approvalWeeks, submittable } from './approvalWeeks.ts'
import classes from './diary.module.css'
import type { Deciding } from './DecideDays.tsx'
import { DecideDays } from './DecideDays.tsx'

export function MonthApproval({ diary }: { diary: DiaryUserMonth }) {
  const { t } = useTranslation('approvals')
  const format = useFormat()
  const on = useModule('approvals')
  const { closedThrough } = useOrganisation()
  const [open, setOpen] = useState(false)
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  if (!on) return null
  const whole = approvalMonth(diary, closedThrough)
  const weeks = approvalWeeks(diary, format.weekStart, closedThrough)
  const decide = (next: Deciding) => {
    setOpen(false)
    setDeciding(next)
  }
  return (
    <>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        withinPortal
        trapFocus
        returnFocus
        shadow="md"
        withRoles={false}
      >
        <Popover.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={14} aria-hidden />}
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => setOpen((was) => !was)}
          >
            {whole.counts.submitted > 0 ? t('buttonWaiting', { count: whole.counts.submitted }) : t('button')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown
          maw="calc(100vw - 24px)"
          role="dialog"
          aria-label={t('of', { name: diary.name, month: format.month(diary.month) })}
        >
          <PlainTable>
            <thead>
              <tr>
                <th scope="col">{t('column.days')}</th>
                <th scope="col" data-end>
                  {t('column.total')}
                </th>
                <th scope="col">{t('column.status')}</th>
                <th scope="col">{t('column.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <WeekRow key={week.first} week={week} diary={diary} onDecide={decide} />
              ))}
              <WeekRow week={whole} diary={diary} onDecide={decide} whole />
            </tbody>
          </PlainTable>
        </Popover.Dropdown>
      </Popover>
      {deciding !== null && <DecideDays {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

type WeekRowProps = {
  week: ApprovalWeek
  diary: DiaryUserMonth
  onDecide: (deciding: Deciding) => void
  whole?: boolean
}

function WeekRow({ week, diary, onDecide, whole = false }: WeekRowProps) {
  const { t } = useTranslation('approvals')
  const format = useFormat()
  const permitted = usePermitted()
  const submit = useCommand('approval.submit', { undo: ({ days }) => t('done.submit', { count: days }) })
  const withdraw = useCommand('approval.withdraw', { undo: t('done.withdraw') })
  const approve = useCommand('approval.approve', { undo: ({ days }) => t('done.approve', { count: days }) })
  const { userId, name } = diary
  const { first, last, counts, reasons } = week
  const leads = permitted('approval.approve')
  const days = whole ? format.month(diary.month) : format.dates(first, last)
  const what = `${name}, ${days}`
  const of = [{ userId, from: first, to: last }]
  const own = { userId, from: first, to: last }
  return (
    <tr>
      <th scope="row" className="num">
        {whole ? t('wholeMonth') : days}
      </th>
      <td data-end className="num">
        {format.duration(week.totalMs)}
      </td>
      <td>
        <StatusText counts={counts} />
        {reasons.map((reason) => (
          <Text key={reason} size="xs" c="dimmed" maw={220}>
            <bdi>{reason}</bdi>
          </Text>
        ))}
      </td>
      <td>
        <div className={classes.approvalActs}>
          {submittable(week) > 0 && (
            <Button
              size="compact-sm"
              variant={leads ? 'default' : 'filled'}
              aria-label={t('submitOf', { what: days })}
              loading={submit.pending}
              onClick={() => void submit.run(own)}
            >
              {t('submit')}
            </Button>
          )}
          {counts.submitted > 0 && leads && (
            <>
              <Button
                size="compact-sm"
                aria-label={t('approveOf', { what })}
                loading={approve.pending}
                onClick={() => void approve.run({ of })}
              >
                {t('approve')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('rejectOf', { what })}
                onClick={() => onDecide({ act: 'reject', of, what })}
              >
                {t('reject')}
              </Button>
            </>
          )}
          {counts.submitted > 0 && !leads && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('withdrawOf', { what: days })}
              loading={withdraw.pending}
              onClick={() => void withdraw.run(own)}
            >
              {t('withdraw')}
            </Button>
          )}
          {counts.approved > 0 && leads && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('takeBackOf', { what })}
              onClick={() => onDecide({ act: 'takeBack', of, what })}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

const ORDER = ['rejected', 'returned', 'submitted', 'pending', 'approved'] as const

/** One word where all days are alike, else how many of each. */
function StatusText({ counts }: { counts: ApprovalWeek['counts'] }) {
  const { t } = useTranslation('approvals')
  const some = ORDER.filter((status) => counts[status] > 0)
  if (some.length === 0) return <span className="quiet">–</span>
  return (
    <>
      {some.map((status) => (
        <span key={status} className={classes.approvalText} data-status={status}>
          {some.length === 1 ? t(`status.${status}`) : t(`counted.${status}`, { count: counts[status] })}
        </span>
      ))}
    </>
  )
}
