// Approvals: the weeks that wait, by person, with what is odd about each beside it; approved or rejected alone or many at once (I7).
import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { WaitingWeek } from '../../../shared/contract/approval.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Page } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { diaryPath } from './diaryAddress.ts'
import classes from './diary.module.css'
import type { Deciding } from './DecideDays.tsx'
import { DecideDays } from './DecideDays.tsx'

const keyOf = ({ userId, first }: WaitingWeek): string => `${first} ${userId}`
const daysOf = ({ userId, first, last }: WaitingWeek) => ({ userId, from: first, to: last })

export function ApprovalsPage() {
  const { t } = useTranslation('approvals')
  const { weekStart } = useFormat()
  const query = useRequest('approval.waiting', { weekStart }, { keepPrevious: true })
  return (
    <Page title={t('title')}>
      <Loaded query={query} rows={6}>
        {({ weeks }) =>
          weeks.length === 0 ? (
            <EmptyState icon={<CheckCheck size={28} />} title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <Waiting weeks={weeks} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Waiting({ weeks }: { weeks: readonly WaitingWeek[] }) {
  const { t } = useTranslation('approvals')
  const format = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const approve = useCommand('approval.approve', { undo: ({ days }) => t('done.approve', { count: days }) })
  // What was decided meanwhile is chosen no longer.
  const picked = weeks.filter((week) => chosen.has(keyOf(week)))
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((was) => new Set([...was].filter((key) => !keys.includes(key)).concat(on ? keys : [])))
  const spoken = (week: WaitingWeek) => `${week.name}, ${format.dates(week.first, week.last)}`
  const all = weeks.map(keyOf)
  return (
    <>
      <Group gap="xs" mb="xs">
        <Checkbox
          label={picked.length === 0 ? t('chooseAll') : t('chosen', { count: picked.length })}
          checked={picked.length === weeks.length}
          indeterminate={picked.length > 0 && picked.length < weeks.length}
          onChange={(event) => choose(all, event.currentTarget.checked)}
        />
        <Button
          size="compact-sm"
          disabled={picked.length === 0}
          loading={approve.pending}
          onClick={() => void approve.run({ of: picked.map(daysOf) })}
        >
          {t('approveChosen')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={picked.length === 0}
          onClick={() =>
            setDeciding({ act: 'reject', of: picked.map(daysOf), what: picked.map(spoken).join(' · ') })
          }
        >
          {t('rejectChosen')}
        </Button>
      </Group>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('column.choose')}</span>
            </th>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.days')}</th>
            <th scope="col" data-end>
              {t('column.total')}
            </th>
            <th scope="col" data-end>
              {t('column.expected')}
            </th>
            <th scope="col">{t('column.odd')}</th>
            <th scope="col">{t('column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={keyOf(week)}>
              <td>
                <Checkbox
                  aria-label={t('chooseOf', { what: spoken(week) })}
                  checked={chosen.has(keyOf(week))}
                  onChange={(event) => choose([keyOf(week)], event.currentTarget.checked)}
                />
              </td>
              <td>
                <bdi>{week.name}</bdi>
              </td>
              <td>
                <Anchor
                  component={Link}
                  href={diaryPath(monthOf(week.first), week.userId)}
                  size="sm"
                  className="num"
                  aria-label={t('open', { what: spoken(week) })}
                >
                  {format.dates(week.first, week.last)}
                </Anchor>
              </td>
              <td data-end className="num">
                {format.duration(week.totalMs)}
              </td>
              <td data-end className="num quiet">
                {format.duration(week.expectedMs)}
              </td>
              <td>
                <Odd week={week} />
              </td>
              <td>
                <div className={classes.approvalActs}>
                  <Button
                    size="compact-sm"
                    aria-label={t('approveOf', { what: spoken(week) })}
                    onClick={() => void approve.run({ of: [daysOf(week)] })}
                  >
                    {t('approve')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('rejectOf', { what: spoken(week) })}
                    onClick={() => setDeciding({ act: 'reject', of: [daysOf(week)], what: spoken(week) })}
                  >
                    {t('reject')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {deciding !== null && <DecideDays {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

/** Each with the way to its first day. */
function Odd({ week }: { week: WaitingWeek }) {
  const { t } = useTranslation('approvals')
  const { missing, overlaps, breaks, gaps, userId } = week
  const odd = (
    [
      ['missing', missing[0], missing.length],
      ['overlap', overlaps[0], overlaps.length],
      ['breaks', breaks[0], breaks.length],
      ['gap', gaps > 0 ? week.first : undefined, gaps],
    ] as const
  ).flatMap(([kind, date, count]): { kind: typeof kind; date: LocalDate; count: number }[] =>
    date === undefined ? [] : [{ kind, date, count }],
  )
  if (odd.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('nothingOdd')}
      </Text>
    )
  return (
    <Group gap={8}>
      {odd.map(({ kind, date, count }) => (
        <Anchor key={kind} component={Link} href={diaryPath(monthOf(date), userId, date)} size="sm">
          {t(`odd.${kind}`, { count })}
        </Anchor>
      ))}
    </Group>
  )
}
