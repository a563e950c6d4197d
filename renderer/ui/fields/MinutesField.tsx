// A typed length of time that may be empty, in whole minutes; what cannot be read stays as typed and is said.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { formatDuration, MINUTE_MS } from '../../../shared/base/duration.ts'
import { readTyped } from './DurationField.tsx'

export type MinutesFieldProps = {
  label: string
  'aria-label'?: string
  value: number | null
  /** null: empty (only where it may be). undefined: cannot be read. */
  onChange: (minutes: number | null | undefined) => void
  /** Said in the empty field; present: empty is allowed. */
  emptyText?: string
  /** 'minutes': a bare number is minutes. 'hours': it is hours, and h:mm is shown. */
  unit: 'hours' | 'minutes'
  error?: ReactNode
  description?: ReactNode
  width?: number | string
}

export function MinutesField(props: MinutesFieldProps) {
  const { t } = useTranslation('settings')
  const { value, onChange, emptyText, unit } = props
  const [text, setText] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const read = (typed: string): number | null | undefined => {
    if (typed.trim() === '') return emptyText === undefined ? undefined : null
    const duration = readTyped(typed, unit)
    return duration.ok ? Math.round(duration.value / MINUTE_MS) : undefined
  }
  const shown = value === null ? '' : unit === 'minutes' ? String(value) : formatDuration(value * MINUTE_MS)
  const unreadable = left && text !== null && read(text) === undefined
  return (
    <TextInput
      label={props.label}
      aria-label={props['aria-label']}
      value={text ?? shown}
      placeholder={emptyText}
      description={props.description}
      error={unreadable ? t('rules.unreadable') : props.error}
      rightSection={<span className="quiet">{unit === 'minutes' ? t('minutes') : 'h'}</span>}
      rightSectionWidth={unit === 'minutes' ? 40 : 26}
      rightSectionPointerEvents="none"
      autoComplete="off"
      spellCheck={false}
      w={props.width ?? 170}
      classNames={{ input: 'num' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        setLeft(false)
        onChange(read(next))
      }}
      onKeyDown={(event) => {
        // At once, as the form is sent by the same key, and looks for what it cannot take.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) flushSync(() => setLeft(true))
      }}
      onBlur={() => {
        setLeft(true)
        if (text !== null && read(text) !== undefined) setText(null)
      }}
    />
  )
}
