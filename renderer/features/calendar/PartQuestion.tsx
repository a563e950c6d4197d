// Asks, beside a meeting that was moved, which part of its series is meant and what becomes of the time that it has in the log.
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarMeeting } from '../../../shared/contract/calendar.ts'
import { Bubble } from './Bubble.tsx'
import type { BubblePlace } from './Bubble.tsx'
import type { MeetingPart } from './useMoveCommand.ts'

export type PartQuestionProps = {
  at: BubblePlace
  title: string
  meeting: CalendarMeeting
  /** null: it is left where it was. */
  onAnswer: (part: MeetingPart | null) => void
}

export function PartQuestion({ at, title, meeting, onAnswer }: PartQuestionProps) {
  const { t } = useTranslation('meetings')
  const [stay, setStay] = useState(false)
  const scopes = meeting.repeated ? (['one', 'following', 'all'] as const) : (['all'] as const)
  const label = t('move.ask', { title })
  return (
    <Bubble at={at} label={label} onClose={() => onAnswer(null)}>
      <Stack gap="xs">
        <Text size="sm" fw={600} dir="auto">
          {label}
        </Text>
        {meeting.logItems > 0 && (
          <Radio.Group
            label={t('fate.label', { count: meeting.logItems })}
            value={stay ? 'stay' : 'follow'}
            onChange={(next) => setStay(next === 'stay')}
          >
            <Stack gap={4} mt={4}>
              <Radio size="xs" value="follow" label={t('fate.follow')} />
              <Radio size="xs" value="stay" label={t('fate.stay')} />
            </Stack>
          </Radio.Group>
        )}
        <Group gap="xs">
          {scopes.map((scope, index) => (
            <Button
              key={scope}
              size="compact-sm"
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => onAnswer({ scope, stay })}
            >
              {meeting.repeated ? t(`scope.${scope}`) : t('move.go')}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onAnswer(null)}>
            {t('move.back')}
          </Button>
        </Group>
      </Stack>
    </Bubble>
  )
}
