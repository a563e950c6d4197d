// A duration that is typed (D12): 1:30, 90 min, 1h 30m; in minutes where the form is in minutes (A19).
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration, parseDuration } from '../../shared/base/duration.ts'
import type { DurationProblem } from '../../shared/base/duration.ts'
import type { Result } from '../../shared/base/result.ts'

export type DurationFieldProps = {
  label: ReactNode
  /** ms; null: nothing that could be read. */
  value: number | null
  onChange: (ms: number | null) => void
  /** 'hours': a bare number is hours and 'h:mm' is shown. 'minutes': a bare number is minutes and minutes are shown. */
  unit?: 'hours' | 'minutes'
  error?: ReactNode
  description?: ReactNode
  disabled?: boolean
  required?: boolean
  autoFocus?: boolean
  width?: number
}

export function DurationField(props: DurationFieldProps) {
  const { t } = useTranslation('common')
  const { value, onChange, unit = 'hours' } = props
  const [text, setText] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [seen, setSeen] = useState(value)
  const reading = text === null ? null : readTyped(text, unit)
  // A value that was set from outside (the linked stop) replaces what was typed here.
  if (seen !== value) {
    setSeen(value)
    if (value !== null && reading?.ok === true && reading.value !== value) setText(null)
  }
  const problem = left && reading !== null && !reading.ok && text?.trim() !== '' ? reading.error.reason : null
  return (
    <TextInput
      label={props.label}
      value={text ?? (value === null ? '' : durationText(value, unit))}
      error={problem === null ? props.error : t(PROBLEMS[unit][problem])}
      description={props.description}
      disabled={props.disabled ?? false}
      aria-required={props.required ?? false}
      data-autofocus={props.autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
      inputMode={unit === 'minutes' ? 'numeric' : 'text'}
      w={props.width ?? 96}
      classNames={{ input: 'num' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const next = event.currentTarget.value
        const now = readTyped(next, unit)
        setText(next)
        setLeft(false)
        setSeen(now.ok ? now.value : null)
        onChange(now.ok ? now.value : null)
      }}
      onBlur={() => {
        setLeft(true)
        if (reading?.ok === true) setText(null)
      }}
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

/** Reads a typed duration; where the form is in minutes, a bare whole number is minutes. */
export function readTyped(text: string, unit: 'hours' | 'minutes'): Result<number, DurationProblem> {
  return parseDuration(unit === 'minutes' && /^\s*[-−]?\d+\s*$/.test(text) ? `${text} min` : text)
}

function durationText(ms: number, unit: 'hours' | 'minutes'): string {
  return unit === 'hours' ? formatDuration(ms) : String(Math.round(ms / 60_000))
}
