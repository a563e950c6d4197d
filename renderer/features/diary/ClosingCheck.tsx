// What is odd in the days that would be closed, each with its way out: a timer is stopped or its user asked, all else is one link
// away: missing days, overlaps, breaks, gaps, requests, days that are not approved (G8).
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { PeriodOddity } from '../../../shared/contract/diary.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { TimerInTheWay } from '../../ui/feedback/TimerInTheWay.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { absencePath } from '../absence/absencePath.ts'
import { diaryPath } from './diaryAddress.ts'

const ORDER: readonly PeriodOddity['kind'][] = [
  'timer',
  'gap',
  'request',
  'unapproved',
  'missing',
  'overlap',
  'breaks',
]

export type ClosingCheckProps = {
  through: LocalDate
  onLeave: () => void
  /** A refusal beside it has the timers with their ways out already. */
  timersBeside: boolean
}

export function ClosingCheck({ through, onLeave, timersBeside }: ClosingCheckProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const preview = useRequest('period.preview', { through }, { keepPrevious: true })
  if (preview.data === undefined) return null
  const { oddities } = preview.data
  const sorted = oddities.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return (
    <section aria-label={t('period.odd')}>
      <Text size="sm" fw={500} mb={4}>
        {oddities.length === 0 ? t('period.nothingOdd') : t('period.odd')}
      </Text>
      {sorted.length > 0 && (
        <Stack gap={4} component="ul" m={0} pl={20} mah={260} style={{ overflowY: 'auto' }}>
          {sorted.map(({ kind, userId, name, date, count, timers = [] }) => (
            <li key={`${kind} ${userId}`}>
              <Text size="sm" span>
                <bdi>{name}</bdi>: {t(`period.oddity.${kind}`, { count })}
              </Text>{' '}
              <Anchor
                component={Link}
                href={
                  // Requests are decided on the page of absences.
                  kind === 'request'
                    ? absencePath(date.slice(0, 4))
                    : // A week is approved in the month, an entry is mended in the day.
                      diaryPath(monthOf(date), userId, kind === 'unapproved' ? undefined : date)
                }
                size="sm"
                aria-label={t('period.lookOf', { name, date: format.date(date, 'long') })}
                onClick={onLeave}
              >
                {t('period.look', { date: format.date(date) })}
              </Anchor>
              {kind === 'gap' && <AskGap userId={userId} name={name} date={date} />}
              {(timersBeside ? [] : timers).map((timer) => (
                <TimerInTheWay key={timer.timerId} timer={timer} />
              ))}
            </li>
          ))}
        </Stack>
      )}
    </section>
  )
}

/** What a gap was, only its user can say; one's own is asked about by its dialog. */
function AskGap({ userId, name, date }: { userId: string; name: string; date: LocalDate }) {
  const { t } = useTranslation('diary')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const me = useCurrentUser()
  const copy = useCopy()
  if (userId === me.id) return null
  const ask = () =>
    copy(t('period.askGap', { date: format.date(date, 'long') }), tc('error.askCopied', { user: name }))
  return (
    <Button size="compact-xs" variant="default" ms={8} onClick={() => void ask()}>
      {tc('error.ask', { user: name })}
    </Button>
  )
}
