// A duration that is typed (D12): 1:30, 90 min, 1h 30m; in minutes where the form is in minutes (A19).
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration, parseDuration } from '../../../shared/base/duration.ts'
import type { DurationProblem } from '../../../shared/base/duration.ts'
import type { Result } from '../../../shared/base/result.ts'
import { useTypedText } from './useTypedText.ts'

/**
 * What a bare number means. 'hours': hours, and 'h:mm' is shown. 'session': hours as well, but above 24 minutes, since nobody works
 * 90 hours at a stretch. 'minutes': minutes, and minutes are shown.
 */
export type DurationUnit = 'hours' | 'session' | 'minutes'

export type DurationFieldProps = {
  label: ReactNode
  /** ms; null: nothing that could be read. */
  value: number | null
  onChange: (ms: number | null) => void
  unit?: DurationUnit
  error?: ReactNode
  description?: ReactNode
  disabled?: boolean
  required?: boolean
  autoFocus?: boolean
  width?: number
}

export function DurationField(props: DurationFieldProps) {
  const { t } = useTranslation('common')
  const { value, onChange, unit = 'session' } = props
  const typed = useTypedText<number>({
    value,
    shown: value === null ? '' : durationText(value, unit),
    read: (text) => {
      const reading = readTyped(text, unit)
      return reading.ok ? reading.value : null
    },
    onChange,
  })
  const reading = readTyped(typed.text, unit)
  const problem = typed.unreadable && !reading.ok ? reading.error.reason : null
  return (
    <TextInput
      label={props.label}
      {...typed.input}
      error={
        problem === null
          ? !typed.mending && props.error
          : t(PROBLEMS[unit === 'minutes' ? 'minutes' : 'hours'][problem])
      }
      description={props.description}
      disabled={props.disabled ?? false}
      aria-required={props.required ?? false}
      data-autofocus={props.autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
      inputMode={unit === 'minutes' ? 'numeric' : 'text'}
      w={props.width ?? 96}
      classNames={{ input: 'num' }}
    />
  )
}

const PROBLEMS = {
  hours: {
    empty: 'field.durationUnreadable',
    unreadable: 'field.durationUnreadable',
    negative: 'field.durationNegative',
    tooLarge: 'field.durationTooLarge',
  },
  minutes: {
    empty: 'field.minutesUnreadable',
    unreadable: 'field.minutesUnreadable',
    negative: 'field.durationNegative',
    tooLarge: 'field.durationTooLarge',
  },
} as const

/** Reads a typed duration in which a bare whole number means what the unit says. */
export function readTyped(text: string, unit: DurationUnit): Result<number, DurationProblem> {
  const bare = /^\s*[-−]?\d+\s*$/.test(text)
  const minutes = bare && (unit === 'minutes' || (unit === 'session' && Math.abs(Number(text)) > 24))
  return parseDuration(minutes ? `${text} min` : text)
}

const durationText = (ms: number, unit: DurationUnit): string =>
  unit === 'minutes' ? String(Math.round(ms / 60_000)) : formatDuration(ms)
