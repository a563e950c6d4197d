// A date that is typed or chosen in a calendar, which is only fetched when it is opened.
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { CalendarDays } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useFormat } from '../figures/format.ts'
import { parseDate } from './parseTyped.ts'
import type { DateLean } from './parseTyped.ts'
import { useTypedText } from './useTypedText.ts'

const CalendarPopover = lazy(async () => ({
  default: (await import('./CalendarPopover.tsx')).CalendarPopover,
}))

export type DateFieldProps = {
  label: ReactNode
  'aria-label'?: string
  value: LocalDate | null
  /** `text`: what was typed; empty where a day was chosen in the calendar. */
  onChange: (date: LocalDate | null, text: string) => void
  error?: ReactNode
  disabled?: boolean
  required?: boolean
  /** The first in a dialog: the keyboard begins here. */
  autoFocus?: boolean
  width?: number
  /** As low as the filters that it stands among. */
  size?: 'xs'
  /** Of a date without a year: 'past' for time that was worked, else the nearest. */
  lean?: DateLean
  /** The message that stands elsewhere, for a field without one of its own. */
  'aria-errormessage'?: string | undefined
  /** See useTypedText: for a message that stands elsewhere. */
  onMending?: (mending: boolean) => void
}

export function DateField(props: DateFieldProps) {
  const { t } = useTranslation('common')
  const { today } = useAppState()
  const format = useFormat()
  const { value, onChange } = props
  const [open, setOpen] = useState(false)
  const typed = useTypedText<LocalDate>({
    value,
    shown: value === null ? '' : format.date(value, 'short'),
    read: (text) => parseDate(text, today, format.locale, props.lean),
    onChange,
    onMending: props.onMending,
  })
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      // The field stays a text field to assistive technology; the calendar is a dialog of its button.
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...(props.size !== undefined && { size: props.size })}
          label={props.label}
          aria-label={props['aria-label']}
          {...typed.input}
          data-autofocus={props.autoFocus === true || undefined}
          aria-errormessage={typed.mending ? undefined : props['aria-errormessage']}
          error={
            typed.unreadable
              ? t('field.dateUnreadable', { example: format.date(today, 'short') })
              : !typed.mending && (props.error || (props.required === true && typed.emptied && t('required')))
          }
          disabled={props.disabled ?? false}
          aria-required={props.required ?? false}
          autoComplete="off"
          spellCheck={false}
          w={props.width ?? 148}
          classNames={{ input: 'num' }}
          rightSection={
            <ActionIcon
              size="sm"
              aria-label={t('field.openCalendar')}
              aria-haspopup="dialog"
              aria-expanded={open}
              disabled={props.disabled ?? false}
              onClick={() => setOpen((was) => !was)}
            >
              <CalendarDays size={15} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" aria-label={t('field.calendar')}>
        <Suspense fallback={null}>
          {open && (
            <CalendarPopover
              value={value ?? today}
              onPick={(date) => {
                typed.forget()
                setOpen(false)
                onChange(date, '')
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
