// Who is missing time of a week: what was expected up to yesterday, without what was attended, with a link to the diary (I13).
import { ActionIcon, Anchor, Group, Text } from '@mantine/core'
import { ChevronLeft, ChevronRight, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { addDays, monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { MissingWeek } from '../../../shared/contract/report.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { diaryPath } from '../diary/diaryAddress.ts'
import classes from './reports.module.css'

export type MissingProps = { date: LocalDate | null; onDate: (date: LocalDate) => void }

export function Missing({ date, onDate }: MissingProps) {
  const { t } = useTranslation('reports')
  const { today } = useAppState()
  const format = useFormat()
  const day = date ?? today
  const week = useRequest(
    'report.missing',
    { date: day, weekStart: format.weekStart },
    { keepPrevious: true },
  )
  return (
    <>
      <Group gap="xs">
        <ActionIcon
          variant="default"
          aria-label={t('missing.before')}
          onClick={() => onDate(addDays(day, -7))}
        >
          <ChevronLeft size={16} />
        </ActionIcon>
        <Text role="status" fw={600}>
          {week.data !== undefined && format.dates(week.data.first, week.data.last)}
        </Text>
        <ActionIcon
          variant="default"
          aria-label={t('missing.after')}
          disabled={week.data !== undefined && week.data.last >= today}
          onClick={() => onDate(addDays(day, 7))}
        >
          <ChevronRight size={16} />
        </ActionIcon>
      </Group>
      <Loaded query={week}>{(found) => <Rows week={found} />}</Loaded>
    </>
  )
}

function Rows({ week: { rows, through, complete } }: { week: MissingWeek }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  if (through === null || rows.length === 0)
    return (
      <EmptyState
        icon={<CircleCheck size={28} />}
        title={t(through === null ? 'missing.notYet' : 'missing.nobody')}
        text={t('missing.rule')}
      />
    )
  return (
    <div className={classes.scrolling}>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('missing.user')}</th>
            <th scope="col" data-end>
              {t('missing.expected')}
            </th>
            <th scope="col" data-end>
              {t('missing.attended')}
            </th>
            <th scope="col" data-end>
              {t('missing.missing')}
            </th>
            <th scope="col">{t('missing.days')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.userId}>
              <th scope="row">
                <Anchor component={Link} dir="auto" href={diaryPath(monthOf(through), row.userId)}>
                  {row.name}
                </Anchor>
              </th>
              <td data-end className="num">
                {format.duration(row.expectedMs)}
              </td>
              <td data-end className="num">
                {format.duration(row.attendedMs)}
              </td>
              <td data-end className={`num ${classes.spent}`}>
                {format.duration(row.missingMs)}
              </td>
              <td>
                {row.days.length === 0
                  ? '–'
                  : row.days.map((day) => (
                      <Anchor
                        key={day}
                        component={Link}
                        href={diaryPath(monthOf(day), row.userId, day)}
                        className={classes.day ?? ''}
                      >
                        {format.date(day, 'weekdayShort')}
                      </Anchor>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Text size="xs" c="dimmed" mt="xs">
        {t('missing.through', { day: format.date(through, 'weekday') })}{' '}
        {complete > 0 && t('missing.complete', { count: complete })}
      </Text>
    </div>
  )
}
