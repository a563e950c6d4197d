// Asks once about time during which a running timer was not watched (G1, G2); unanswered, nothing changes.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerState } from '../../../shared/contract/timer.ts'
import type { Gap } from '../../../shared/entities/gap.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useDurationWords, useFormat } from '../../ui/format.ts'
import classes from './GapDialog.module.css'
import { useSessionName } from './names.ts'

const CHOICES = ['keep', 'discardAndContinue', 'discardAndStop'] as const
type Choice = (typeof CHOICES)[number]

export function GapDialog({ state, onClose }: { state: TimerState; onClose: () => void }) {
  const { t } = useTranslation('timer')
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const resolve = useCommand('gap.resolve')
  const { gaps } = state
  const apply = async () => {
    for (const gap of gaps) {
      const reply = await resolve.run({ gapId: gap.id, choice: choices.get(gap.id) ?? 'keep' })
      if (!reply.ok) return
    }
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('gap.title', { count: gaps.length })} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void apply()
        }}
      >
        <Stack gap="lg">
          {gaps.map((gap) => (
            <GapQuestion
              key={gap.id}
              gap={gap}
              state={state}
              choice={choices.get(gap.id) ?? 'keep'}
              onChoose={(choice) => setChoices((was) => new Map(was).set(gap.id, choice))}
            />
          ))}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('gap.unanswered')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('gap.later')}
              </Button>
              <Button type="submit" loading={resolve.pending} data-autofocus>
                {t('gap.apply')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type GapQuestionProps = { gap: Gap; state: TimerState; choice: Choice; onChoose: (choice: Choice) => void }

function GapQuestion({ gap, state, choice, onChoose }: GapQuestionProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const words = useDurationWords()
  const nameOf = useSessionName()
  const timer = state.timers.find((candidate) => candidate.id === gap.timerId)
  const what = timer === undefined ? tc('noCustomer') : nameOf(timer)
  // A gap of another day says which.
  const today = format.local(state.now).date
  const moment = (instant: number) =>
    format.local(instant).date === today ? format.time(instant) : format.dateTime(instant)
  const duration = words(gap.to - gap.from)
  return (
    <Radio.Group
      label={t(`gap.cause.${gap.cause}`, { from: moment(gap.from), to: moment(gap.to), what })}
      value={choice}
      onChange={(picked) => {
        const found = CHOICES.find((candidate) => candidate === picked)
        if (found !== undefined) onChoose(found)
      }}
    >
      <Stack gap="xs" mt="sm">
        {CHOICES.map((value) => (
          <Radio.Card key={value} value={value} className={classes.choice ?? ''} p="sm">
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text fw={600} size="sm">
                  {t(`gap.choice.${value}`, { duration })}
                </Text>
                <Text size="sm" c="dimmed">
                  {t(`gap.effect.${value}`, { from: moment(gap.from), to: moment(gap.to), duration })}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  )
}
