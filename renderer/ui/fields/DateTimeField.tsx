// A date and an exact time in the organisation's zone; asks which is meant where a clock change makes it doubtful.
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { instantOf } from '../../../shared/base/wallTime.ts'
import type { WallReading } from '../../../shared/base/wallTime.ts'
import { DateField } from './DateField.tsx'
import type { DateLean } from './parseTyped.ts'
import { useFormat } from '../figures/format.ts'
import { offsetText } from '../figures/offsetText.ts'
import { plainDigits } from '../../../shared/base/plainDigits.ts'
import { onItsDay, saysNoHalf } from '../../../shared/base/typedTime.ts'
import { localTimeText, TimeField } from './TimeField.tsx'

/** What was typed: a time alone may mean that time of another day, and one that says neither AM nor PM the other half of it. */
export type TypedPart = 'date' | 'time' | 'eitherHalf'

export type DateTimeFieldProps = {
  label: string
  value: Instant | null
  /** Called when a part was left. null: what stands there is no moment. The milliseconds of a value that is not touched are kept. */
  onChange: (instant: Instant | null, part: TypedPart) => void
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** Of a date without a year: time that was worked lies in the past. */
  lean?: DateLean
}

/** `unreadable`: a part that is null is so because of what stands there, not because nothing does. */
type Typed = { date: LocalDate | null; time: string | null; unreadable: boolean }

export function DateTimeField({ label, value, onChange, error, ...rest }: DateTimeFieldProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const [typed, setTyped] = useState<Typed | null>(null)
  const [seen, setSeen] = useState(value)
  const [mending, setMending] = useState(false)
  // A value that was set from outside (a linked field) replaces what was typed here.
  if (seen !== value) {
    setSeen(value)
    if (value !== null && typed !== null && !means(typed, value, format.zone)) setTyped(null)
  }
  const local = value === null ? null : format.local(value)
  const date = typed === null ? (local?.date ?? null) : typed.date
  const time = typed === null ? (local?.time.slice(0, 5) ?? null) : typed.time
  const reading = date === null || time === null ? null : instantOf(date, time, format.zone)

  const messageId = useId()
  // What cannot be read says so itself; beside it nobody is told that it is missing. The other part is as it should be.
  const atFault = typed === null || (typed.date === null) === (typed.time === null) ? null : typed
  const shownError =
    !mending &&
    error !== undefined &&
    error !== null &&
    error !== false &&
    (atFault === null || !typed?.unreadable)

  const change = (
    part: 'date' | 'time',
    given: { date: LocalDate | null; time: string | null },
    text: string,
  ) => {
    const next =
      given.date === null || given.time === null ? given : onItsDay({ date: given.date, time: given.time })
    // Nothing is moved by who writes what stands there.
    if (typed === null && local?.date === next.date && local?.time.slice(0, 5) === next.time) return
    const of = part === 'date' ? next.date : next.time
    const half = part === 'time' && saysNoHalf(plainDigits(text), format.locale)
    const unreadable = of === null ? text.trim() !== '' : typed?.unreadable === true
    setTyped({ ...next, unreadable: unreadable && (next.date === null || next.time === null) })
    const now = next.date === null || next.time === null ? null : instantOf(next.date, next.time, format.zone)
    const instant = now?.kind === 'once' ? now.instant : null
    setSeen(instant)
    onChange(instant, half ? 'eitherHalf' : part)
  }
  const settle = (instant: Instant) => {
    // Of a time that came twice, the text stays and so does the question; one that does not exist is replaced.
    if (reading?.kind === 'missing') setTyped(null)
    setSeen(instant)
    onChange(instant, 'date')
  }

  return (
    <Stack gap={4} role="group" aria-label={label}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <DateField
          label={label}
          aria-label={t('field.dateOf', { label })}
          value={date}
          lean={rest.lean ?? 'past'}
          error={shownError && atFault?.date == null}
          aria-errormessage={shownError && atFault?.date == null ? messageId : undefined}
          onChange={(next, text) => change('date', { date: next, time }, text)}
          onMending={setMending}
          disabled={rest.disabled ?? false}
          required={rest.required ?? false}
        />
        <TimeField
          label={<span aria-hidden>&nbsp;</span>}
          aria-label={t('field.timeOf', { label })}
          value={time}
          error={shownError && atFault?.time == null}
          aria-errormessage={shownError && atFault?.time == null ? messageId : undefined}
          onChange={(next, text) => change('time', { date, time: next }, text)}
          onMending={setMending}
          disabled={rest.disabled ?? false}
          required={rest.required ?? false}
          autoFocus={rest.autoFocus ?? false}
        />
      </Group>
      {typed !== null && date !== null && time !== null && reading !== null && reading.kind !== 'once' && (
        <ClockChange reading={reading} date={date} time={time} value={value} onSettle={settle} />
      )}
      {shownError && (
        <Text id={messageId} size="xs" c="var(--db-stop)" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  )
}

function means(
  typed: { date: LocalDate | null; time: string | null },
  value: Instant,
  zone: string,
): boolean {
  if (typed.date === null || typed.time === null) return false
  const reading = instantOf(typed.date, typed.time, zone)
  if (reading.kind === 'once') return reading.instant === value
  return reading.kind === 'twice' && (reading.first === value || reading.second === value)
}

type ClockChangeProps = {
  reading: Exclude<WallReading, { kind: 'once' }>
  date: LocalDate
  time: string
  value: Instant | null
  onSettle: (instant: Instant) => void
}

function ClockChange({ reading, date, time, value, onSettle }: ClockChangeProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const values = { date: format.date(date, 'medium'), time: localTimeText(time, format.locale) }
  if (reading.kind === 'missing') {
    return (
      <Stack gap={4} align="flex-start" role="alert">
        <Text size="xs">{t('field.missing', values)}</Text>
        <Button size="compact-xs" variant="light" onClick={() => onSettle(reading.next)}>
          {t('field.missingUse', { time: format.time(reading.next) })}
        </Button>
      </Stack>
    )
  }
  const { first, second } = reading
  return (
    <Radio.Group
      size="xs"
      label={t('field.twice', values)}
      value={value === null ? '' : String(value)}
      onChange={(picked) => onSettle(Number(picked))}
    >
      <Group gap="md" mt={4}>
        <Radio
          size="xs"
          value={String(first)}
          label={t('field.twiceFirst', { offset: offsetText(first, format.zone) })}
        />
        <Radio
          size="xs"
          value={String(second)}
          label={t('field.twiceSecond', { offset: offsetText(second, format.zone) })}
        />
      </Group>
    </Radio.Group>
  )
}
