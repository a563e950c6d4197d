// One gap as a sentence, and its answers as large rows; the chosen one unfolds what it needs to know.
import { Group, Radio, SimpleGrid, Slider, Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Gap } from '../../../shared/entities/gap.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { useAppClock } from '../../clock/clock.tsx'
import type { Timers } from '../../clock/clock.tsx'
import classes from './GapDialog.module.css'
import { CHOICES_IN_ORDER, choiceOf } from './gapAnswer.ts'
import type { GapDraft } from './gapAnswer.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'

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
        thumbValueText={moment(draft.at)}
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
  const fields = {
    value: draft.subject,
    onChange: (subject: SubjectChoice) => onChange({ ...draft, subject }),
    showMissing,
  }
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SubjectFields {...fields} only="demanded" labels={{ customer: t('customerName') }} />
      </SimpleGrid>
      <SubjectFields {...fields} only="further" />
      <NoteField
        label={tc('note')}
        minRows={2}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </Stack>
  )
}
