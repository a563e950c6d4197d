// The dated billing rates of one subject, newest first, and the form that adds or changes one (G7).
import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rate, RateLevel } from '../../../shared/entities/rate.ts'
import { rateValidOn } from '../../../shared/rules/billing.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/format.ts'
import classes from './billing.module.css'
import { RateForm } from './RateForm.tsx'

/** Whose rates; `name` as sentences call it. */
export type RateSubject = { level: RateLevel; subjectId: string | null; name: string }

export const isRateOf = (rate: Rate, { level, subjectId }: Omit<RateSubject, 'name'>): boolean =>
  rate.level === level && rate.subjectId === subjectId

export type RateVersionsProps = {
  subject: RateSubject
  /** In any order, also of others. */
  rates: readonly Rate[]
  /** Said where there is none. */
  empty: string
}

export function RateVersions({ subject, rates, empty }: RateVersionsProps) {
  const { t } = useTranslation('billing')
  const { today } = useAppState()
  const [form, setForm] = useState<{ edited: Rate | null } | null>(null)
  const own = rates
    .filter((rate) => isRateOf(rate, subject))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const inForce = rateValidOn(own, today)
  return (
    <section aria-label={`${t('rate')}: ${subject.name}`} className={classes.versions}>
      {own.length === 0 && form === null && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {form === null ? (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Plus size={16} />}
          aria-label={t('addFor', { name: subject.name })}
          onClick={() => setForm({ edited: null })}
        >
          {own.length === 0 ? t('addFirst') : t('add')}
        </Button>
      ) : (
        <RateForm
          key={form.edited?.id ?? 'new'}
          subject={subject}
          rates={own}
          edited={form.edited}
          amountMinor={form.edited?.amountMinor ?? inForce?.amountMinor ?? own[0]?.amountMinor ?? 0}
          onClose={() => setForm(null)}
        />
      )}
      {own.map((rate) => (
        <Version
          key={rate.id}
          rate={rate}
          name={subject.name}
          state={rate.id === inForce?.id ? 'current' : rate.validFrom > today ? 'future' : null}
          onEdit={() => setForm({ edited: rate })}
        />
      ))}
    </section>
  )
}

type VersionProps = {
  rate: Rate
  name: string
  state: 'current' | 'future' | null
  onEdit: () => void
}

function Version({ rate, name, state, onEdit }: VersionProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const closedThrough = useAppState().organisation?.closedThrough ?? null
  const date = format.date(rate.validFrom)
  const remove = useCommand('rate.remove', { undo: t('deleted', { date }) })
  const closed = closedThrough !== null && rate.validFrom <= closedThrough
  return (
    <div className={classes.version} data-rate={rate.validFrom}>
      <Group gap={8}>
        <Text fw={600} className="num">
          {t('perHour', { amount: format.money(rate.amountMinor) })}
        </Text>
        <Text size="sm" className="num">
          {t('from', { date })}
        </Text>
        {state !== null && (
          <Badge size="sm" variant={state === 'current' ? 'light' : 'default'} tt="none">
            {t(state)}
          </Badge>
        )}
      </Group>
      {closed ? (
        <Text size="sm" c="dimmed">
          {t('closed')}
        </Text>
      ) : (
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            c="var(--db-edit)"
            aria-label={t('edit', { name, date })}
            title={t('edit', { name, date })}
            onClick={onEdit}
          >
            <Pencil size={16} />
          </ActionIcon>
          <ActionIcon
            c="var(--db-stop)"
            aria-label={t('delete', { name, date })}
            title={t('delete', { name, date })}
            onClick={() => void remove.run({ rateId: rate.id })}
          >
            <Trash2 size={16} />
          </ActionIcon>
        </Group>
      )}
    </div>
  )
}
