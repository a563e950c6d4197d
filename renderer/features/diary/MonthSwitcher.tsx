// Goes from month to month: arrows, a calendar of months, and Shift ← and Shift → from anywhere on the page.
import { ActionIcon, Button, Group, Popover, Tooltip } from '@mantine/core'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, monthOf } from '../../../shared/base/localDate.ts'
import type { Month } from '../../../shared/base/localDate.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Said } from '../../ui/Said.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { useKeyHint } from '../../ui/keys/keyCaps.ts'

export function MonthSwitcher({
  month,
  onChange,
  keys = true,
}: {
  month: Month
  onChange: (month: Month) => void
  keys?: boolean
}) {
  const { t } = useTranslation('diary')
  const hint = useKeyHint()
  const format = useFormat()
  const { today } = useAppState()
  const [open, setOpen] = useState(false)
  const step = (months: number) => onChange(addMonths(month, months))
  useShortcuts(
    keys
      ? [
          ['shift+ArrowLeft', () => step(-1)],
          ['shift+ArrowRight', () => step(1)],
        ]
      : [],
  )
  return (
    <Group gap={2} wrap="nowrap">
      <Said text={format.month(month)} />
      {month !== monthOf(today) && (
        <Button variant="subtle" px="xs" visibleFrom="md" onClick={() => onChange(monthOf(today))}>
          {t('month.current')}
        </Button>
      )}
      <Tooltip label={hint(t('month.previous'), 'Shift ←')}>
        <ActionIcon size="lg" aria-label={t('month.previous')} onClick={() => step(-1)}>
          <ChevronLeft size={18} className="flip-rtl" />
        </ActionIcon>
      </Tooltip>
      <Popover opened={open} onChange={setOpen} position="bottom" withinPortal trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon
            size="lg"
            aria-label={`${t('month.pick')}: ${format.month(month)}`}
            title={t('month.pick')}
            onClick={() => setOpen((was) => !was)}
          >
            <CalendarDays size={17} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <MonthCalendar
            month={month}
            onPick={(picked) => {
              setOpen(false)
              onChange(picked)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Tooltip label={hint(t('month.next'), 'Shift →')}>
        <ActionIcon size="lg" aria-label={t('month.next')} onClick={() => step(1)}>
          <ChevronRight size={18} className="flip-rtl" />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
