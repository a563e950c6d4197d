// The parts of a contract's pay beyond the plain hour: extra hours in steps, and supplements for time of day (B47).
import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SupplementOn } from '../../../shared/entities/employment.ts'
import { MinutesField } from '../../ui/fields/MinutesField.tsx'
import { TimeField } from '../../ui/fields/TimeField.tsx'
import { WholeNumberField } from '../../ui/fields/WholeNumberField.tsx'
import type { StepDraft, SupplementDraft } from './payDraft.ts'
import { clockOf, minuteOf } from './payDraft.ts'

const MOST_STEPS = 6
const MOST_SUPPLEMENTS = 12

type StepsProps = { steps: readonly StepDraft[]; onChange: (steps: StepDraft[]) => void }

/** Without any, all extra hours are paid by the extra-hour rate. */
export function ExtraSteps({ steps, onChange }: StepsProps) {
  const { t } = useTranslation('settings')
  const change = (index: number, step: Partial<StepDraft>) =>
    onChange(steps.map((each, at) => (at === index ? { ...each, ...step } : each)))
  const last = steps.length - 1
  return (
    <Stack gap={6} role="group" aria-label={t('contract.steps')}>
      <Text size="sm" fw={500}>
        {t('contract.steps')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('contract.stepsHint')}
      </Text>
      {steps.map((step, index) => (
        <Group key={index} gap="sm" align="flex-end">
          {index === last ? (
            <Text size="sm" w={130} pb={8}>
              {steps.length === 1 ? t('contract.stepAll') : t('contract.stepRest')}
            </Text>
          ) : (
            <MinutesField
              label={index === 0 ? t('contract.stepFirst') : t('contract.stepNext')}
              value={step.minutes}
              unit="hours"
              width={130}
              onChange={(minutes) => change(index, { minutes: minutes ?? null })}
            />
          )}
          <WholeNumberField
            label={t('contract.percent')}
            value={step.percent}
            least={0}
            most={1000}
            unit="%"
            onChange={(percent) => change(index, { percent })}
          />
          <Remove
            label={t('contract.stepRemove', { number: index + 1 })}
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          />
        </Group>
      ))}
      {steps.length < MOST_STEPS && (
        <Add
          label={t('contract.stepAdd')}
          onClick={() =>
            onChange([
              // What was the rest becomes a step of two hours.
              ...steps.map((step, index) => (index === last ? { ...step, minutes: 120 } : step)),
              { minutes: null, percent: steps.length === 0 ? 125 : 150 },
            ])
          }
        />
      )}
    </Stack>
  )
}

type SupplementsProps = {
  supplements: readonly SupplementDraft[]
  onChange: (supplements: SupplementDraft[]) => void
}

export function Supplements({ supplements, onChange }: SupplementsProps) {
  const { t } = useTranslation('settings')
  const change = (index: number, supplement: Partial<SupplementDraft>) =>
    onChange(supplements.map((each, at) => (at === index ? { ...each, ...supplement } : each)))
  return (
    <Stack gap={6} role="group" aria-label={t('contract.supplements')}>
      <Text size="sm" fw={500}>
        {t('contract.supplements')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('contract.supplementsHint')}
      </Text>
      {supplements.map((supplement, index) => (
        <Group key={index} gap="sm" align="flex-end">
          <Select
            label={t('contract.supplementOn')}
            data={SupplementOn.options.map((value) => ({ value, label: t(`contract.on.${value}`) }))}
            value={supplement.on}
            allowDeselect={false}
            w={170}
            onChange={(value) => {
              const on = SupplementOn.options.find((option) => option === value)
              if (on !== undefined) change(index, { on })
            }}
          />
          <TimeField
            label={t('contract.supplementFrom')}
            value={supplement.fromMinute === null ? null : clockOf(supplement.fromMinute)}
            width={100}
            onChange={(time) => {
              const minute = time === null ? null : minuteOf(time)
              change(index, { fromMinute: minute === 1440 ? 0 : minute })
            }}
          />
          <TimeField
            label={t('contract.supplementTo')}
            value={supplement.toMinute === null ? null : clockOf(supplement.toMinute)}
            width={100}
            onChange={(time) => {
              const minute = time === null ? null : minuteOf(time)
              change(index, { toMinute: minute === 0 ? 1440 : minute })
            }}
          />
          <WholeNumberField
            label={t('contract.percent')}
            value={supplement.percent}
            least={1}
            most={1000}
            unit="%"
            onChange={(percent) => change(index, { percent })}
          />
          <Remove
            label={t('contract.supplementRemove', { number: index + 1 })}
            onClick={() => onChange(supplements.filter((_, at) => at !== index))}
          />
        </Group>
      ))}
      {supplements.length < MOST_SUPPLEMENTS && (
        <Add
          label={t('contract.supplementAdd')}
          onClick={() =>
            onChange([...supplements, { on: 'every', fromMinute: 1_320, toMinute: 360, percent: 25 }])
          }
        />
      )}
    </Stack>
  )
}

function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button size="compact-sm" variant="default" leftSection={<Plus size={14} />} onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="red" aria-label={label} title={label} mb={4} onClick={onClick}>
      <Trash2 size={16} />
    </ActionIcon>
  )
}
