// One line of the journal: its keywords, when, how long, who, on what, and its text; a press opens what it was computed from.
import { Badge, Group, Spoiler, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JournalKeyword, JournalLine as Line, JournalSource } from '../../../shared/contract/journal.ts'
import { useCurrentUser, useModule } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Labels } from '../../ui/figures/Labels.tsx'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import classes from './customers.module.css'

const COLOURS: Record<JournalKeyword, string> = {
  'Time Log': 'accent',
  'Call Scheduled': 'gray',
  Meeting: 'violet',
  Task: 'cyan',
  Note: 'teal',
}

/** By whom: what is a colleague's is theirs to correct; meetings and tasks are shown by their dialogs, where there is a calendar. */
const OPENED: Record<JournalSource, 'own' | 'calendar' | 'all'> = {
  time: 'own',
  note: 'own',
  call: 'calendar',
  meeting: 'all',
  task: 'all',
}

export function JournalLine({ line, onOpen }: { line: Line; onOpen: (line: Line) => void }) {
  const { t } = useTranslation('customers')
  const { t: tt } = useTranslation('tasks')
  const format = useFormat()
  const me = useCurrentUser()
  const when = line.day === null ? format.dateTime(line.at) : format.date(line.day)
  const calendar = useModule('calendar')
  const mine = me.role !== 'employee' || line.userId === me.id
  const opens = { own: mine, calendar, all: true }[OPENED[line.source]]
  return (
    <>
      <Group gap="xs">
        {line.keywords.map((keyword) => (
          <Badge
            key={keyword}
            variant="light"
            size="sm"
            radius="sm"
            color={COLOURS[keyword]}
            tt="none"
            style={{ flex: 'none' }}
          >
            {t(`journal.keyword.${keyword}`)}
          </Badge>
        ))}
        {opens ? (
          <UnstyledButton
            className={`${classes.opens} num`}
            aria-label={t('journal.open', { when })}
            onClick={() => onOpen(line)}
          >
            {when}
          </UnstyledButton>
        ) : (
          <Text size="sm" className="num">
            {when}
          </Text>
        )}
        {line.source === 'time' && <MeetingMark meetingId={line.meetingId} />}
        {line.done !== null && (
          <Text size="sm" c="dimmed">
            {tt(line.done ? 'status.Done' : 'status.Open')}
          </Text>
        )}
        {line.durationMs !== null && (
          <Text size="sm" fw={600} className="num">
            {format.duration(line.durationMs)}
          </Text>
        )}
        <Text size="sm" c="dimmed" className="truncate" title={line.userName} maw={220}>
          {t('journal.by', { name: line.userName })}
        </Text>
        {line.categoryName !== null && (
          <Text size="sm" c="dimmed" className="truncate" title={line.categoryName} maw={220}>
            <bdi>{line.categoryName}</bdi>
          </Text>
        )}
        {line.source === 'time' ? <SubjectTags of={line} short /> : <Labels labels={line.tagLabels} />}
      </Group>
      {line.text !== '' && (
        <Spoiler maxHeight={88} showLabel={t('journal.more')} hideLabel={t('journal.less')} mt={4}>
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {line.text}
          </Text>
        </Spoiler>
      )}
    </>
  )
}
