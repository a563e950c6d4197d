// The form of one contract version: from when, expected minutes of each weekday, wage, extra-hour rate and bonus (B47).
import { Button, Fieldset, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ExtraBy } from '../../../shared/entities/employment.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { useAppState, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { firstOpenDay } from '../../ui/dated/firstOpenDay.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { weekFrom } from '../../ui/figures/weekStart.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { MinutesField } from '../../ui/fields/MinutesField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import type { StepDraft, SupplementDraft } from './payDraft.ts'
import { completeSteps, completeSupplements } from './payDraft.ts'
import { ExtraSteps, Supplements } from './PayParts.tsx'
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
  extraBy: ExtraBy
  extraSteps: StepDraft[]
  supplements: SupplementDraft[]
}

export function ContractForm({ userId, versions, edited, template, onClose }: ContractFormProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { today } = useAppState()
  const { rules, closedThrough } = useOrganisation()
  const [draft, setDraft] = useState<Draft>(() => ({
    // A new version mostly begins with a month; the first one with the month that is going on.
    validFrom: edited?.validFrom ?? firstOpenDay(today, closedThrough),
    week:
      template?.expectedMinutes ??
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday <= 5 ? rules.expectedDayMinutes : 0)),
    month: template?.expectedMonthMinutes ?? null,
    kind: template?.wage.kind ?? 'hourly',
    wage: template?.wage.amountMinor ?? 0,
    extra: template?.extraHourMinor ?? 0,
    bonus: template?.bonusMinor ?? 0,
    extraBy: template?.extraBy ?? 'month',
    extraSteps: template?.extraSteps ?? [],
    supplements: template?.supplements ?? [],
  }))
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
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
  return (
    <SubmitForm onSubmit={submit}>
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
              onChange={(validFrom) => {
                set({ validFrom })
                setError(null)
              }}
              required
              error={tried && draft.validFrom === null ? t('contract.dateRequired') : refused.date}
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
              {weekFrom(format.weekStart).map((weekday) => {
                const minutes = draft.week[weekday - 1]
                return (
                  <MinutesField
                    key={weekday}
                    label={format.weekday(weekday, 'short')}
                    aria-label={t('contract.perDay', { day: format.weekday(weekday) })}
                    value={minutes ?? null}
                    unit="hours"
                    width="100%"
                    error={minutes !== undefined && minutes > 1440 ? t('contract.dayTooLong') : null}
                    onChange={(next) => set({ week: draft.week.with(weekday - 1, next ?? undefined) })}
                  />
                )
              })}
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
              valueMinor={draft.wage}
              onChange={(wage) => set({ wage })}
              required
            />
          </Group>
          <Group gap="md" align="flex-end">
            <MoneyField
              label={t('contract.extraHour')}
              description={t('contract.extraHourHint')}
              valueMinor={draft.extra}
              onChange={(extra) => set({ extra })}
            />
            <MoneyField
              label={t('contract.bonus')}
              valueMinor={draft.bonus}
              onChange={(bonus) => set({ bonus })}
            />
          </Group>
          <Select
            label={t('contract.extraBy')}
            description={t('contract.extraByHint')}
            data={ExtraBy.options.map((value) => ({
              value,
              label: t(`contract.extraBys.${value}`),
              // These need to know what is expected of a day.
              disabled: (value === 'day' || value === 'week') && (draft.month ?? null) !== null,
            }))}
            value={draft.extraBy}
            allowDeselect={false}
            onChange={(value) => {
              const chosen = ExtraBy.options.find((option) => option === value)
              if (chosen !== undefined) set({ extraBy: chosen })
            }}
            maw={420}
          />
          <ExtraSteps steps={draft.extraSteps} onChange={(extraSteps) => set({ extraSteps })} />
          <Supplements supplements={draft.supplements} onChange={(supplements) => set({ supplements })} />
          <Refusal error={refused.rest} onClose={() => setError(null)} />
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
    </SubmitForm>
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
  extraBy,
  extraSteps,
  supplements,
}: Draft): Omit<Employment, 'id' | 'userId'> | null {
  const expectedMinutes = week.filter((minutes) => minutes !== undefined && minutes <= 1440) as number[]
  if (validFrom === null || expectedMinutes.length !== 7 || month === undefined) return null
  if (wage === null || extra === null || bonus === null) return null
  const [steps, onTop] = [completeSteps(extraSteps), completeSupplements(supplements)]
  if (steps === null || onTop === null) return null
  return {
    validFrom,
    expectedMinutes,
    expectedMonthMinutes: month,
    wage: { kind, amountMinor: wage },
    extraBy,
    extraHourMinor: extra,
    extraSteps: steps,
    supplements: onTop,
    bonusMinor: bonus,
  }
}
