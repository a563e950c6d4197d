// Which breaks a law demands, or the firm has agreed: days that lack one are warned of (shared/rules/breaks.ts).
import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { BreakRule } from '../../../shared/entities/breakRule.ts'
import { BreakValues, KNOWN_LAWS, MOST_BREAK_STEPS } from '../../../shared/entities/breakRule.ts'
import { BREAK_LAWS, breakValues, FIRST_OWN_BREAKS } from '../../../shared/rules/breaks.ts'
import { useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { MinutesField } from '../../ui/fields/MinutesField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Row } from './settingsSearch.tsx'

const NONE = 'none'

export function BreaksRow() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { breaks } = useOrganisation()
  const edit = useCommand('organisation.edit', { errors: 'return', undo: t('saved') })
  const [choosing, setChoosing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const save = async (wanted: BreakRule | null) => {
    const reply = await edit.run({ breaks: wanted })
    setError(reply.ok ? null : reply.error)
    if (reply.ok) setChoosing(false)
  }
  const chosen = choosing ? 'own' : (breaks?.law ?? NONE)
  const countries = new Intl.DisplayNames(format.locale, { type: 'region' })
  const choose = (value: string | null) => {
    if (value === null || value === chosen) return
    // Own values are saved with their button; until then what held goes on.
    setChoosing(value === 'own')
    const law = KNOWN_LAWS.find((one) => one === value)
    if (value !== 'own') void save(law === undefined ? null : { law, own: null })
  }
  const values = chosen === 'own' || breaks === null ? null : breakValues(breaks)
  return (
    <Row
      label={t('breaks.title')}
      hint={t('breaks.hint')}
      words={KNOWN_LAWS.map((law) => countries.of(law) ?? law)}
      control={
        <Select
          aria-label={t('breaks.title')}
          data={[
            { value: NONE, label: t('breaks.none') },
            ...KNOWN_LAWS.map((law) => ({
              value: law,
              label: t('breaks.law', { country: countries.of(law) }),
            })),
            { value: 'own', label: t('breaks.own') },
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={choose}
          w={300}
        />
      }
    >
      {values !== null && <Said values={values} />}
      {chosen === 'own' && (
        <OwnBreaks
          key={JSON.stringify(breaks)}
          was={
            breaks?.own ??
            (breaks === null || breaks.law === 'own' ? FIRST_OWN_BREAKS : BREAK_LAWS[breaks.law])
          }
          saved={!choosing}
          pending={edit.pending}
          onSave={(own) => void save({ law: 'own', own })}
        />
      )}
      <Refusal error={error} onClose={() => setError(null)} />
    </Row>
  )
}

function Said({ values }: { values: BreakValues }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const time = (minutes: number) => format.duration(minutes * MINUTE_MS)
  const { steps, pieceMinutes, longestMinutes } = values
  const sentences = [
    ...steps.map(({ overMinutes, minutes }) =>
      t('breaks.step', { over: time(overMinutes), breaks: time(minutes) }),
    ),
    t('breaks.piece', { time: time(pieceMinutes) }),
    ...(longestMinutes === null ? [] : [t('breaks.longest', { time: time(longestMinutes) })]),
  ]
  return (
    <Text size="sm" c="dimmed">
      {sentences.join(' · ')}
    </Text>
  )
}

type Draft = {
  steps: readonly { overMinutes: number | null; minutes: number | null }[]
  pieceMinutes: number | null
  longestMinutes: number | null | undefined
}

type OwnProps = {
  was: BreakValues
  /** What is shown is what holds; a change of it is saved with the button. */
  saved: boolean
  pending: boolean
  onSave: (own: BreakValues) => void
}

function OwnBreaks({ was, saved, pending, onSave }: OwnProps) {
  const { t } = useTranslation('settings')
  const [draft, setDraft] = useState<Draft>(was)
  const [tried, setTried] = useState(false)
  const read = BreakValues().safeParse(draft)
  const changed = !saved || JSON.stringify(draft) !== JSON.stringify(was)
  const { steps } = draft
  const change = (index: number, step: Partial<Draft['steps'][number]>) =>
    setDraft({ ...draft, steps: steps.map((each, at) => (at === index ? { ...each, ...step } : each)) })
  const incomplete =
    draft.pieceMinutes === null ||
    draft.longestMinutes === undefined ||
    steps.some((step) => step.overMinutes === null || step.minutes === null)
  const submit = () => {
    setTried(true)
    if (read.success) onSave(read.data)
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="xs" role="group" aria-label={t('breaks.own')}>
        {steps.map((step, index) => (
          <Group key={index} gap="sm" align="flex-end">
            <MinutesField
              label={t('breaks.over')}
              value={step.overMinutes}
              unit="hours"
              width={190}
              onChange={(minutes) => change(index, { overMinutes: minutes ?? null })}
            />
            <MinutesField
              label={t('breaks.together')}
              value={step.minutes}
              unit="minutes"
              width={190}
              onChange={(minutes) => change(index, { minutes: minutes ?? null })}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              mb={4}
              aria-label={t('breaks.removeStep', { number: index + 1 })}
              title={t('breaks.removeStep', { number: index + 1 })}
              onClick={() => setDraft({ ...draft, steps: steps.filter((_, at) => at !== index) })}
            >
              <Trash2 size={16} />
            </ActionIcon>
          </Group>
        ))}
        {steps.length < MOST_BREAK_STEPS && (
          <div>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Plus size={14} />}
              onClick={() => setDraft({ ...draft, steps: [...steps, { overMinutes: null, minutes: null }] })}
            >
              {t('breaks.addStep')}
            </Button>
          </div>
        )}
        <Group gap="sm" align="flex-end">
          <MinutesField
            label={t('breaks.shortest')}
            value={draft.pieceMinutes}
            unit="minutes"
            width={190}
            onChange={(minutes) => setDraft({ ...draft, pieceMinutes: minutes ?? null })}
          />
          <MinutesField
            label={t('breaks.most')}
            value={draft.longestMinutes ?? null}
            unit="hours"
            emptyText={t('breaks.noLimit')}
            width={190}
            onChange={(minutes) => setDraft({ ...draft, longestMinutes: minutes })}
          />
          {changed && (
            <Button type="submit" variant="default" loading={pending}>
              {t('save')}
            </Button>
          )}
        </Group>
        {tried && !read.success && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t(incomplete ? 'breaks.incomplete' : 'breaks.wrong')}
          </Text>
        )}
      </Stack>
    </SubmitForm>
  )
}
