// Chooses a stretch of the calendar by keys, as dragging over it does: arrows move it, with Shift they change its length, Enter goes on.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { instantOf } from '../../../shared/base/wallTime.ts'
import { Live } from '../../ui/Said.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { GridHandle } from './FullCalendarGrid.tsx'
import type { ItemWords } from './items.ts'
import { anyOf, byDays, byMinutes, endingBy, wallSpan } from './moves.ts'
import type { Span } from './moves.ts'

export type ChooseTimeProps = {
  grid: RefObject<GridHandle | null>
  date: LocalDate
  words: ItemWords
  onShow: (date: LocalDate) => void
  onCreate: (startAt: Instant, endAt: Instant) => void
}

export function ChooseTime({ grid, date, words, onShow, onCreate }: ChooseTimeProps) {
  const { t } = useTranslation('calendar')
  const { zone, local } = useFormat()
  const [chosen, setChosen] = useState<Span | null>(null)
  const choose = (span: Span | null) => {
    setChosen(span)
    if (span === null) return grid.current?.unchoose()
    onShow(local(span.startAt).date)
    const { start, end } = wallSpan(span, zone)
    grid.current?.choose(start, end)
  }
  const begin = () => {
    const startAt = anyOf(instantOf(date, '09:00', zone))
    choose({ startAt, endAt: startAt + 3_600_000 })
  }
  const keys = (event: React.KeyboardEvent<HTMLButtonElement>) => {
    if (chosen === null || event.altKey || event.ctrlKey || event.metaKey) return
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1
    const steps: Record<string, () => Span | null> = {
      ArrowDown: () => (event.shiftKey ? endingBy(chosen, 15) : byMinutes(chosen, 15)),
      ArrowUp: () => (event.shiftKey ? endingBy(chosen, -15) : byMinutes(chosen, -15)),
      ArrowRight: () => byDays(chosen, forward, zone),
      ArrowLeft: () => byDays(chosen, -forward, zone),
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      choose(step() ?? chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      choose(null)
    }
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-pressed={chosen !== null}
        onKeyDown={keys}
        onClick={() => {
          if (chosen === null) return begin()
          onCreate(chosen.startAt, chosen.endAt)
          choose(null)
        }}
        onBlur={() => choose(null)}
      >
        {chosen === null ? t('choose') : `${words.day(chosen.startAt)}, ${words.times(chosen)}`}
      </Button>
      <Live>
        {chosen === null ? '' : t('chosen', { what: `${words.day(chosen.startAt)}, ${words.times(chosen)}` })}
      </Live>
    </>
  )
}
