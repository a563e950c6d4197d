// One gap as a sentence, and its answers as large rows; the chosen one unfolds what it needs to know.
import { Group, Radio, SimpleGrid, Slider, Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Gap } from '../../../shared/entities/gap.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/CustomerSelect.tsx'
import { NoteField } from '../../ui/NoteField.tsx'
import { ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { useDurationWords, useFormat } from '../../ui/format.ts'
import { useAppClock } from './clock.tsx'
import type { Timers } from './clock.tsx'
import classes from './GapDialog.module.css'
import { CHOICES_IN_ORDER, choiceOf } from './gapAnswer.ts'
import type { GapDraft } from './gapAnswer.ts'
import { useSessionName } from './names.ts'

type GapQuestionProps = {
  gap: Gap
  state: Timers
  draft: GapDraft
  showMissing: boolean
  onChange: (draft: GapDraft) => void
}

export function GapQuestion({ gap, state, draft, showMissing, onChange }: GapQuestionProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const words = useDurationWords()
  const nameOf = useSessionName()
  const moment = useMoment(useAppClock().now())
  const timer = state.timers.find((candidate) => candidate.id === gap.timerId)
  const what = timer === undefined ? tc('noCustomer') : nameOf(timer)
  const values = { from: moment(gap.from), to: moment(gap.to), duration: words(gap.to - gap.from) }
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t(`gap.cause.${gap.cause}`, { ...values, what })}
        value={draft.choice}
        onChange={(picked) => {
          const choice = choiceOf(picked)
          if (choice !== null) onChange({ ...draft, choice })
        }}
      >
        <Stack gap={6} mt="sm">
          {CHOICES_IN_ORDER.map((choice) => (
            <Fragment key={choice}>
              <Radio.Card value={choice} className={classes.choice ?? ''}>
                <Group wrap="nowrap" align="flex-start" gap="sm">
                  <Radio.Indicator mt={2} />
                  <div>
                    <Text fw={600} size="sm">
                      {t(`gap.choice.${choice}`, values)}
                    </Text>
                    {draft.choice === choice && (
                      <Text size="sm" c="dimmed">
                        {t(`gap.effect.${choice}`, { ...values, at: moment(draft.at) })}
                      </Text>
                    )}
                  </div>
                </Group>
              </Radio.Card>
              {choice === 'split' && draft.choice === 'split' && (
                <SplitAt gap={gap} draft={draft} moment={moment} onChange={onChange} />
              )}
              {choice === 'giveTo' && draft.choice === 'giveTo' && (
                <GiveTo draft={draft} showMissing={showMissing} onChange={onChange} />
              )}
            </Fragment>
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  )
}

/** A time of day; of another day than today, with its date. */
function useMoment(now: number): (instant: number) => string {
  const format = useFormat()
  const today = format.local(now).date
  return (instant) => (format.local(instant).date === today ? format.time(instant) : format.dateTime(instant))
}

type PartProps = { draft: GapDraft; onChange: (draft: GapDraft) => void }

function SplitAt({ gap, draft, moment, onChange }: PartProps & { gap: Gap; moment: (at: number) => string }) {
  const { t } = useTranslation('timer')
  return (
    <div className={classes.slider}>
      <Slider
        thumbLabel={t('gap.splitAt')}
        min={gap.from}
        max={gap.to}
        step={MINUTE_MS}
        value={draft.at}
        label={moment}
        labelAlwaysOn
        color="green.8"
        thumbProps={{ 'aria-valuetext': moment(draft.at) }}
        onChange={(at) => onChange({ ...draft, at })}
      />
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed" className="num">
          {moment(gap.from)}
        </Text>
        <Text size="xs" c="dimmed" className="num">
          {moment(gap.to)}
        </Text>
      </Group>
    </div>
  )
}

function GiveTo({ draft, showMissing, onChange }: PartProps & { showMissing: boolean }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const { rules } = useAppState()
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CustomerSelect
          label={t('customerName')}
          value={draft.customer}
          required={rules.requireCustomer}
          clearable={!rules.requireCustomer}
          error={showMissing && rules.requireCustomer && draft.customer === null ? tc('required') : undefined}
          onChange={(customer) =>
            onChange({
              ...draft,
              customer,
              project: customer?.id === draft.customer?.id ? draft.project : null,
            })
          }
        />
        <CategorySelect
          value={draft.category}
          customerId={draft.customer?.id ?? null}
          required={rules.requireCategory}
          clearable={!rules.requireCategory}
          error={showMissing && rules.requireCategory && draft.category === null ? tc('required') : undefined}
          onChange={(category) => onChange({ ...draft, category })}
        />
      </SimpleGrid>
      <ProjectSelect
        customerId={draft.customer?.id ?? null}
        value={draft.project}
        onChange={(project) => onChange({ ...draft, project })}
      />
      <NoteField
        label={tc('note')}
        minRows={2}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </Stack>
  )
}
