// The twelve months of a year to choose from; arrows move, Page Up and Page Down change the year.
import { ActionIcon, Button, Group, SimpleGrid, Text } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { addMonths, monthOf } from '../../../shared/base/localDate.ts'
import type { Month } from '../../../shared/base/localDate.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  PageUp: -12,
  PageDown: 12,
}

export function MonthCalendar({ month, onPick }: { month: Month; onPick: (month: Month) => void }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { today } = useAppState()
  const [marked, setMarked] = useState(month)
  const year = marked.slice(0, 4)
  const name = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = addMonths(marked, step)
    const grid = event.currentTarget
    // The buttons of another year exist only once it is drawn; drawn at once, so that the next key finds its month.
    flushSync(() => setMarked(next))
    grid.querySelector<HTMLElement>(`[data-month="${next}"]`)?.focus()
  }
  return (
    <div>
      <Group justify="space-between" mb={6} wrap="nowrap">
        <ActionIcon aria-label={t('month.previousYear')} onClick={() => setMarked(addMonths(marked, -12))}>
          <ChevronLeft size={16} className="flip-rtl" />
        </ActionIcon>
        <Text fw={600} size="sm" className="num">
          {year}
        </Text>
        <ActionIcon aria-label={t('month.nextYear')} onClick={() => setMarked(addMonths(marked, 12))}>
          <ChevronRight size={16} className="flip-rtl" />
        </ActionIcon>
      </Group>
      <SimpleGrid
        cols={3}
        spacing={4}
        verticalSpacing={4}
        onKeyDown={onKeyDown}
        role="group"
        aria-label={year}
      >
        {months.map((each) => (
          <Button
            key={each}
            size="compact-sm"
            data-month={each}
            data-autofocus={each === marked || undefined}
            tabIndex={each === marked ? 0 : -1}
            variant={each === month ? 'filled' : each === monthOf(today) ? 'light' : 'subtle'}
            color={each === monthOf(today) && each !== month ? 'green' : undefined}
            aria-label={format.month(each)}
            aria-pressed={each === month}
            onClick={() => onPick(each)}
          >
            {name.format(Date.parse(`${each}-15T12:00:00Z`))}
          </Button>
        ))}
      </SimpleGrid>
    </div>
  )
}
