// The calendar of a date field; a chunk of its own, with the calendar's styles and day.js.
import '@mantine/dates/styles.css'
import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/de'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { useFormat } from './format.ts'

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

export function CalendarPopover({ value, onPick }: { value: LocalDate; onPick: (date: LocalDate) => void }) {
  const { i18n } = useTranslation()
  const format = useFormat()
  const firstDayOfWeek = WEEKDAYS[format.weekStart % 7] ?? 1
  return (
    <DatesProvider
      settings={{ locale: i18n.language === 'de' ? 'de' : 'en', firstDayOfWeek, weekendDays: [] }}
    >
      <DatePicker
        size="sm"
        value={value}
        defaultDate={value}
        onChange={(date) => {
          if (date !== null) onPick(date)
        }}
      />
    </DatesProvider>
  )
}
