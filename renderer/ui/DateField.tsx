// A date that is typed or chosen in a calendar, which is only fetched when it is opened.
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { CalendarDays } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { useAppState } from '../channel/AppState.tsx'
import { useFormat } from './format.ts'
import { parseDate } from './parseTyped.ts'

const CalendarPopover = lazy(async () => ({
  default: (await import('./CalendarPopover.tsx')).CalendarPopover,
}))

export type DateFieldProps = {
  label: ReactNode
  'aria-label'?: string
  value: LocalDate | null
  onChange: (date: LocalDate | null) => void
  error?: ReactNode
  disabled?: boolean
  required?: boolean
  width?: number
}

export function DateField(props: DateFieldProps) {
  const { t } = useTranslation('common')
  const { today } = useAppState()
  const format = useFormat()
  const { value, onChange } = props
  const [text, setText] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [open, setOpen] = useState(false)
  const read = (typed: string) => parseDate(typed, today, format.locale)
  const unreadable = left && text !== null && text.trim() !== '' && read(text) === null
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      // The field stays a text field to assistive technology; the calendar belongs to its button.
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          label={props.label}
          aria-label={props['aria-label']}
          value={text ?? (value === null ? '' : format.date(value, 'short'))}
          error={
            unreadable ? t('field.dateUnreadable', { example: format.date(today, 'short') }) : props.error
          }
          disabled={props.disabled ?? false}
          aria-required={props.required ?? false}
          autoComplete="off"
          spellCheck={false}
          w={props.width ?? 148}
          classNames={{ input: 'num' }}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const next = event.currentTarget.value
            setText(next)
            setLeft(false)
            onChange(read(next))
          }}
          onBlur={() => {
            setLeft(true)
            if (text !== null && read(text) !== null) setText(null)
          }}
          rightSection={
            <ActionIcon
              size="sm"
              aria-label={t('field.openCalendar')}
              disabled={props.disabled ?? false}
              onClick={() => setOpen((was) => !was)}
            >
              <CalendarDays size={15} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Suspense fallback={null}>
          {open && (
            <CalendarPopover
              value={value ?? today}
              onPick={(date) => {
                setText(null)
                setOpen(false)
                onChange(date)
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
