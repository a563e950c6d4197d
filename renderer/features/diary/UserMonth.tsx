// Level 2 of the diary: one user's month, every day of it, with its figures and a small chart above (B35 to B37, B48).
import { Button, Group } from '@mantine/core'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import type { DiaryUserMonth } from '../../../shared/contract/diary.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { useExport } from '../export/useExport.tsx'
import { Crumbs } from './Crumbs.tsx'
import { DayBars } from './DayBars.tsx'
import { DayModal } from './DayModal.tsx'
import { DaysTable } from './DaysTable.tsx'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'
import { Figure } from './Figure.tsx'
import { MonthSwitcher } from './MonthSwitcher.tsx'
import { ClosedBadge, PeriodMenu } from './Period.tsx'
import { ExpectedBar } from './UsersMonth.tsx'

export type UserMonthProps = { month: Month; userId: string; date: LocalDate | null }

export function UserMonth({ month, userId, date }: UserMonthProps) {
  const { t } = useTranslation('diary')
  const permitted = usePermitted()
  const [, navigate] = useLocation()
  const exporting = useExport()
  const diary = useRequest('diary.user', { userId, month }, { keepPrevious: true })
  const name = diary.data?.name ?? '…'
  return (
    <Page
      fill
      title={<Crumbs month={month} user={{ id: userId, name }} date={date} />}
      beside={<ClosedBadge month={month} />}
      actions={
        <>
          <MonthSwitcher
            month={month}
            onChange={(to) => navigate(diaryPath(to, userId))}
            keys={date === null}
          />
          {permitted('export.start') && (
            <Button
              variant="default"
              leftSection={<FileSpreadsheet size={16} />}
              title={t('export.userHint', { name })}
              loading={exporting.pending}
              onClick={() => void exporting.start({ kind: 'userMonth', userId, month })}
            >
              {t('export.button')}
            </Button>
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
  const tiles = [
    { label: t('column.totalHours'), value: format.duration(figures.totalMs), steps: figures.steps.total },
    { label: t('column.extraHours'), value: format.duration(figures.extraMs), steps: figures.steps.extra },
    {
      label: t('column.salary'),
      value: figures.salaryMinor === null ? '–' : format.money(figures.salaryMinor, diary.currency),
      steps: figures.steps.salary,
    },
  ]
  return (
    <div className={classes.monthHead}>
      <dl className={classes.tiles}>
        {tiles.map(({ label, value, steps }, index) => (
          <div key={label} className={classes.tile}>
            <dt>{label}</dt>
            <dd>
              <Figure label={label} steps={steps}>
                {value}
              </Figure>
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
            {index === 2 && missing > 0 && (
              <dd className={classes.tileNote}>
                <Group gap={4} c="var(--db-missing)">
                  {t('days.missingCount', { count: missing })}
                </Group>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <DayBars diary={diary} />
    </div>
  )
}
