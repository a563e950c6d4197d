// The calendar of a date field; a chunk of its own, with the calendar's styles and day.js.
import '@mantine/dates/styles.css'
import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/ar'
import 'dayjs/locale/de'
import 'dayjs/locale/es'
import 'dayjs/locale/fr'
import 'dayjs/locale/pl'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { useFormat } from '../figures/format.ts'

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

export function CalendarPopover({ value, onPick }: { value: LocalDate; onPick: (date: LocalDate) => void }) {
  const { t, i18n } = useTranslation('common')
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  // It arrives after its dialog has opened; the arrows begin at the day that is chosen.
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-selected]')?.focus(), [])
  const firstDayOfWeek = WEEKDAYS[format.weekStart % 7] ?? 1
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek, weekendDays: [] }}>
      <div
        ref={box}
        // Escape closes the calendar, not the dialog around it, which asks the element that has the focus.
        onFocusCapture={(event) => event.target.setAttribute('data-mantine-stop-propagation', 'true')}
      >
        <DatePicker
          size="sm"
          value={value}
          defaultDate={value}
          ariaLabels={{
            previousMonth: t('field.previousMonth'),
            nextMonth: t('field.nextMonth'),
            previousYear: t('field.previousYear'),
            nextYear: t('field.nextYear'),
            previousDecade: t('field.previousYears'),
            nextDecade: t('field.nextYears'),
            monthLevelControl: t('field.chooseMonth'),
            yearLevelControl: t('field.chooseYear'),
          }}
          // The day that is chosen, chosen once more, is no wish to have none.
          onChange={(date) => onPick(date ?? value)}
        />
      </div>
    </DatesProvider>
  )
}
