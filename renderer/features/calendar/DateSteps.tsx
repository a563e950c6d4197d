// The way to other days of the calendar: one step back or on, a day that is chosen, today.
import { ActionIcon, Button, Group, Popover, Tooltip } from '@mantine/core'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { Said } from '../../ui/Said.tsx'
import classes from './calendar.module.css'
import { stepped } from './calendarPlace.ts'
import type { CalendarView } from './calendarPlace.ts'
import { useKeyHint } from '../../ui/keys/keyCaps.ts'

const CalendarPopover = lazy(async () => ({
  default: (await import('../../ui/fields/CalendarPopover.tsx')).CalendarPopover,
}))

export type DateStepsProps = {
  /** Of the days that are shown; said when they change. */
  title: string
  view: CalendarView
  date: LocalDate
  isToday: boolean
  onGo: (date: LocalDate) => void
  onToday: () => void
}

export function DateSteps({ title, view, date, isToday, onGo, onToday }: DateStepsProps) {
  const { t } = useTranslation('calendar')
  return (
    <Group gap={2} wrap="nowrap">
      <Said text={title} />
      <Step label={t(`previous.${view}`)} keys="←" onClick={() => onGo(stepped(view, date, -1))} />
      <Step label={t(`next.${view}`)} keys="→" onClick={() => onGo(stepped(view, date, 1))} />
      <PickDate date={date} onPick={onGo} />
      <Button size="compact-sm" variant="default" disabled={isToday} onClick={onToday}>
        {t('today')}
      </Button>
    </Group>
  )
}

function Step({ label, keys, onClick }: { label: string; keys: '←' | '→'; onClick: () => void }) {
  const hint = useKeyHint()
  const Icon = keys === '←' ? ChevronLeft : ChevronRight
  return (
    <Tooltip label={hint(label, `Shift ${keys}`)}>
      <ActionIcon
        aria-label={label}
        aria-keyshortcuts={keys === '←' ? 'Shift+ArrowLeft' : 'Shift+ArrowRight'}
        onClick={onClick}
      >
        <Icon size={18} className={classes.flip ?? ''} />
      </ActionIcon>
    </Tooltip>
  )
}

function PickDate({ date, onPick }: { date: LocalDate; onPick: (date: LocalDate) => void }) {
  const { t } = useTranslation('common')
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <ActionIcon
          aria-label={t('field.openCalendar')}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
        >
          <CalendarDays size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" aria-label={t('field.calendar')}>
        <Suspense fallback={null}>
          {open && (
            <CalendarPopover
              value={date}
              onPick={(day) => {
                setOpen(false)
                onPick(day)
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
