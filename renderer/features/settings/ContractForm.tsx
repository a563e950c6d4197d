// The form of one contract version: from when, expected minutes of each weekday, wage, extra-hour rate and bonus (B47).
import { Button, Fieldset, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { useAppState, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFormat } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { MinutesField } from './MinutesField.tsx'
import { MoneyField } from './MoneyField.tsx'
import classes from './settings.module.css'

export type ContractFormProps = {
  userId: string
  versions: readonly Employment[]
  /** The version that is changed; null: a new one. */
  edited: Employment | null
  /** What the fields start with. */
  template: Employment | null
  onClose: () => void
}

type Draft = {
  validFrom: string | null
  /** Monday to Sunday; undefined: cannot be read. */
  week: (number | undefined)[]
  month: number | null | undefined
  kind: 'hourly' | 'monthly'
  wage: number | null
  extra: number | null
  bonus: number | null
}

export function ContractForm({ userId, versions, edited, template, onClose }: ContractFormProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { today } = useAppState()
  const { rules } = useOrganisation()
  const [draft, setDraft] = useState<Draft>(() => ({
    // A new version mostly begins with a month; the first one with the month that is going on.
    validFrom: edited?.validFrom ?? `${monthOf(today)}-01`,
    week:
      template?.expectedMinutes ??
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday <= 5 ? rules.expectedDayMinutes : 0)),
    month: template?.expectedMonthMinutes ?? null,
    kind: template?.wage.kind ?? 'hourly',
    wage: template?.wage.amountMinor ?? 0,
    extra: template?.extraHourMinor ?? 0,
    bonus: template?.bonusMinor ?? 0,
  }))
  const [error, setError] = useState<AppError | null>(null)
  const [tried, setTried] = useState(false)
  const date = draft.validFrom === null ? '' : format.date(draft.validFrom)
  const save = useCommand('employment.set', { errors: 'return', undo: t('contract.saved', { date }) })
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const ready = complete(draft)
  const replaces = versions.some(
    (version) => version.validFrom === draft.validFrom && version.id !== edited?.id,
  )
  const submit = async () => {
    setTried(true)
    if (ready === null) return
    const reply = await save.run({ userId, ...ready })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const weekMinutes = draft.week.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0)
  const dayName = (style: 'short' | 'long', index: number) =>
    // 2024-01-01 was a Monday.
    new Intl.DateTimeFormat(format.locale, { weekday: style, timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, 1 + index, 12),
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Fieldset
        mb="sm"
        legend={
          edited === null ? t('contract.add') : t('contract.edit', { date: format.date(edited.validFrom) })
        }
      >
        <Stack gap="sm">
          <Group align="flex-end" gap="sm">
            <DateField
              label={t('contract.validFrom')}
              value={draft.validFrom}
              onChange={(validFrom) => set({ validFrom })}
              required
              error={tried && draft.validFrom === null ? t('contract.dateRequired') : null}
            />
            {replaces && (
              <Text size="sm" c="dimmed" pb={7}>
                {t('contract.replaces')}
              </Text>
            )}
          </Group>
          <div>
            <Group justify="space-between" gap="sm" mb={4}>
              <Text size="sm" fw={500}>
                {t('contract.expectedWeek')}
              </Text>
              <Text size="sm" c="dimmed" className="num">
                {t('contract.perWeek', { total: format.duration(weekMinutes * MINUTE_MS) })}
              </Text>
            </Group>
            <div className={classes.weekdays}>
              {draft.week.map((minutes, index) => (
                <MinutesField
                  key={index}
                  label={dayName('short', index)}
                  aria-label={t('contract.perDay', { day: dayName('long', index) })}
                  value={minutes ?? null}
                  unit="hours"
                  width="100%"
                  error={minutes !== undefined && minutes > 1440 ? t('contract.dayTooLong') : null}
                  onChange={(next) => set({ week: draft.week.with(index, next ?? undefined) })}
                />
              ))}
            </div>
          </div>
          <MinutesField
            label={t('contract.expectedMonth')}
            value={draft.month ?? null}
            unit="hours"
            emptyText={t('rules.fromDays')}
            description={t('contract.expectedMonthHint')}
            width={260}
            onChange={(month) => set({ month })}
          />
          <Group gap="md" align="flex-end">
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('contract.wage')}
              </Text>
              <SegmentedControl
                aria-label={t('contract.wage')}
                data={[
                  { value: 'hourly', label: t('contract.hourly') },
                  { value: 'monthly', label: t('contract.monthly') },
                ]}
                value={draft.kind}
                onChange={(kind) => set({ kind: kind === 'monthly' ? 'monthly' : 'hourly' })}
              />
            </div>
            <MoneyField
              label={draft.kind === 'hourly' ? t('contract.amountHourly') : t('contract.amountMonthly')}
              valueMinor={draft.wage ?? 0}
              onChange={(wage) => set({ wage })}
            />
          </Group>
          <Group gap="md" align="flex-end">
            <MoneyField
              label={t('contract.extraHour')}
              description={t('contract.extraHourHint')}
              valueMinor={draft.extra ?? 0}
              onChange={(extra) => set({ extra })}
            />
            <MoneyField
              label={t('contract.bonus')}
              valueMinor={draft.bonus ?? 0}
              onChange={(bonus) => set({ bonus })}
            />
          </Group>
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.pending}>
              {t('contract.submit')}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  )
}

/** The version as it would be saved; null while a field cannot be read. */
function complete({
  validFrom,
  week,
  month,
  kind,
  wage,
  extra,
  bonus,
}: Draft): Omit<Employment, 'id' | 'userId'> | null {
  const expectedMinutes = week.filter((minutes) => minutes !== undefined && minutes <= 1440) as number[]
  if (validFrom === null || expectedMinutes.length !== 7 || month === undefined) return null
  if (wage === null || extra === null || bonus === null) return null
  return {
    validFrom,
    expectedMinutes,
    expectedMonthMinutes: month,
    wage: { kind, amountMinor: wage },
    extraHourMinor: extra,
    bonusMinor: bonus,
  }
}
