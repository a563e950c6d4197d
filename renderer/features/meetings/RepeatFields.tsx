// How a meeting repeats, in plain words, with what follows from them; a rule that the words cannot say is text.
import { Checkbox, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate, Weekday } from '../../../shared/base/localDate.ts'
import { weekdayOf } from '../../../shared/base/localDate.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { WholeNumberField } from '../../ui/fields/WholeNumberField.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { weekFrom } from '../../ui/figures/weekStart.ts'
import type { RepeatChoice, RepeatGap } from './repeatChoice.ts'
import { isLastOfMonth, MONTHLY, REPEAT_KINDS, withKind } from './repeatChoice.ts'

export type RepeatFieldsProps = {
  value: RepeatChoice
  /** The day of the first. */
  first: LocalDate
  onChange: (value: RepeatChoice) => void
  /** What is missing, once it was tried. */
  gap: RepeatGap | null
  error: ReactNode
  /** How often and until when it then takes place. */
  follows: string | null
}

const NTH = ['first', 'second', 'third', 'fourth', 'fifth'] as const

export function RepeatFields({ value, first, onChange, gap, error, follows }: RepeatFieldsProps) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const { kind, interval, weekdays, monthly, end, until, count, rule } = value
  const set = (change: Partial<RepeatChoice>) => onChange({ ...value, ...change })
  const own = weekdayOf(first)
  const monthlyWords = {
    date: t('repeat.onDate', { day: Number(first.slice(8)) }),
    nth: t(`repeat.nth.${NTH[Math.ceil(Number(first.slice(8)) / 7) - 1] ?? 'first'}`, {
      day: format.weekday(own),
    }),
    last: t('repeat.last', { day: format.weekday(own) }),
  }
  const week = weekFrom(format.weekStart) as Weekday[]
  const worded = kind !== 'none' && kind !== 'rule'
  return (
    <Stack gap="sm" role="group" aria-label={t('repeat.label')}>
      <Group gap="md" align="flex-start">
        <NativeSelect
          label={t('repeat.label')}
          value={kind}
          error={worded || kind === 'none' ? error : undefined}
          data={REPEAT_KINDS.map((each) => ({ value: each, label: t(`repeat.kind.${each}`) }))}
          onChange={(event) => {
            const next = REPEAT_KINDS.find((each) => each === event.currentTarget.value) ?? 'none'
            onChange(withKind(value, next, first))
          }}
        />
        {worded && (
          <WholeNumberField
            label={t('repeat.every')}
            value={interval}
            least={1}
            most={1_000}
            unit={t(`repeat.unit.${kind}`, { count: interval })}
            onChange={(next) => set({ interval: next ?? 0 })}
            error={gap === 'interval' ? t('repeat.intervalMissing') : undefined}
          />
        )}
      </Group>
      {kind === 'WEEKLY' && (
        <Checkbox.Group
          label={t('repeat.on')}
          value={[...new Set([...weekdays, own])].map(String)}
          onChange={(days) => set({ weekdays: days.map(Number) as Weekday[] })}
        >
          <Group gap="sm" mt={4}>
            {week.map((day) => (
              <Checkbox
                key={day}
                value={String(day)}
                label={format.weekday(day, 'short')}
                aria-label={format.weekday(day)}
                // The first takes place in any case.
                disabled={day === own}
              />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {kind === 'MONTHLY' && (
        <Radio.Group
          label={t('repeat.on')}
          value={monthly}
          onChange={(next) => set({ monthly: MONTHLY.find((each) => each === next) ?? 'date' })}
        >
          <Group gap="md" mt={4}>
            {MONTHLY.filter((each) => each !== 'last' || monthly === 'last' || isLastOfMonth(first)).map(
              (each) => (
                <Radio key={each} value={each} label={monthlyWords[each]} />
              ),
            )}
          </Group>
        </Radio.Group>
      )}
      {worded && (
        <Group gap="md" align="flex-start">
          <NativeSelect
            label={t('repeat.end')}
            value={end}
            data={(['until', 'count'] as const).map((each) => ({
              value: each,
              label: t(`repeat.ends.${each}`),
            }))}
            onChange={(event) => set({ end: event.currentTarget.value === 'count' ? 'count' : 'until' })}
          />
          {end === 'until' ? (
            <DateField
              label={t('repeat.lastDay')}
              value={until}
              onChange={(next) => set({ until: next })}
              error={gap === 'until' ? t('repeat.untilMissing') : undefined}
            />
          ) : (
            <WholeNumberField
              label={t('repeat.times')}
              value={count}
              least={2}
              most={100_000}
              onChange={(next) => set({ count: next })}
              error={gap === 'count' ? t('repeat.countMissing') : undefined}
            />
          )}
        </Group>
      )}
      {kind === 'rule' && (
        <TextInput
          label={t('repeat.rule')}
          description={t('repeat.ruleHint')}
          value={rule}
          maxLength={500}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ rule: event.currentTarget.value })}
          error={gap === 'rule' ? t('repeat.ruleMissing') : error}
        />
      )}
      {kind !== 'none' && follows !== null && (
        <Text size="sm" c="dimmed" role="status">
          {follows}
        </Text>
      )}
    </Stack>
  )
}
