// Level 3 of the diary: the Working time modal with a day's sessions; editing takes its place and comes back (B38 to B43).
import { ActionIcon, Alert, Button, Group, Text } from '@mantine/core'
import { ChevronLeft, ChevronRight, FileSpreadsheet, Lock, Plus, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import type { DiaryDayView } from '../../../shared/contract/diary.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useEscape } from '../../ui/keys/useEscape.ts'
import { EntryForm } from '../entries/EntryForm.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { useExport } from '../export/useExport.tsx'
import { useNow } from '../../clock/clock.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { useBreakWords } from './breakWords.ts'
import { DaySessions } from './DaySessions.tsx'
import { entrySession, timerSession } from './daySessions.ts'
import { DayTimeline } from './DayTimeline.tsx'
import classes from './diary.module.css'
import { Dialog } from '../../ui/Dialog.tsx'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { useKeyHint } from '../../ui/keys/keyCaps.ts'

type Editing = { mode: 'add'; preset: EntryPreset } | { mode: 'edit'; entryId: string }

export type DayModalProps = {
  userId: string
  date: LocalDate
  onDate: (date: LocalDate) => void
  onClose: () => void
}

export function DayModal({ userId, date, onDate, onClose }: DayModalProps) {
  const { t } = useTranslation('diary')
  const hint = useKeyHint()
  const format = useFormat()
  const day = useRequest('diary.day', { userId, date }, { keepPrevious: true })
  const { dialog } = useTimerDialogs()
  const [editing, setEditing] = useState<Editing | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const form = useEscape<HTMLDivElement>(() => setEditing(null))
  const left = useRef<Editing | null>(null)
  useEffect(() => {
    // Back from the form, the focus stands where it was when the form was opened.
    if (editing === null && left.current !== null) {
      const selector = left.current.mode === 'add' ? '[data-add]' : `[data-edit="${left.current.entryId}"]`
      body.current?.querySelector<HTMLElement>(selector)?.focus()
    }
    left.current = editing
  }, [editing])
  const step = (days: number) => {
    if (editing === null) onDate(addDays(date, days))
  }
  useShortcuts([
    ['shift+ArrowLeft', () => step(-1)],
    ['shift+ArrowRight', () => step(1)],
  ])
  return (
    <Dialog
      opened={dialog === null}
      onClose={onClose}
      size={editing === null ? 'min(1120px, 100%)' : 'lg'}
      closeOnEscape={editing === null}
      closeOnClickOutside={editing === null}
      closeLabel={t('day.close')}
      title={t('day.title')}
      beside={
        <Group gap="xs" wrap="nowrap" className={classes.dayTitle ?? ''}>
          {editing === null ? (
            <>
              <ActionIcon
                aria-label={t('day.previous')}
                title={hint(t('day.previous'), 'Shift ←')}
                onClick={() => step(-1)}
              >
                <ChevronLeft size={17} className="flip-rtl" />
              </ActionIcon>
              <Text className={`${classes.keepWhole} num`} aria-live="polite">
                {format.date(date, 'long')}
              </Text>
              <ActionIcon
                aria-label={t('day.next')}
                title={hint(t('day.next'), 'Shift →')}
                onClick={() => step(1)}
              >
                <ChevronRight size={17} className="flip-rtl" />
              </ActionIcon>
              <Text c="dimmed" className="truncate" title={day.data?.name ?? ''}>
                <bdi>{day.data?.name ?? ''}</bdi>
              </Text>
            </>
          ) : (
            <Button
              variant="subtle"
              px="xs"
              leftSection={<ChevronLeft size={16} className="flip-rtl" />}
              onClick={() => setEditing(null)}
            >
              {t('day.back')}
            </Button>
          )}
        </Group>
      }
    >
      {editing === null ? (
        // Without a name of its own all that stands in it would be read as one.
        <div
          ref={body}
          role="group"
          aria-label={format.date(date, 'long')}
          tabIndex={-1}
          data-autofocus
          className={classes.body}
        >
          <Loaded query={day}>{(data) => <Day day={data} onEdit={setEditing} />}</Loaded>
        </div>
      ) : (
        <div ref={form}>
          <EntryForm {...editing} inline onClose={() => setEditing(null)} />
        </div>
      )}
    </Dialog>
  )
}

function Day({ day, onEdit }: { day: DiaryDayView; onEdit: (editing: Editing) => void }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const exporting = useExport()
  const nameOf = useSessionName()
  const breakWords = useBreakWords()
  const now = useNow()
  const [marked, setMarked] = useState<string | null>(null)
  const timed = day.entries.filter((entry) => !isAmount(entry))
  const sessions = [
    ...timed.map((entry) =>
      entrySession(
        entry,
        nameOf(entry),
        `${nameOf(entry)}, ${format.time(entry.startAt)} – ${format.time(entry.endAt)}`,
      ),
    ),
    ...day.timers.map((timer) => timerSession(timer, nameOf(timer), now, day.dayStartAt)),
  ]
  const lastExit = Math.max(0, ...timed.map(({ endAt }) => endAt))
  const add = () =>
    onEdit({
      mode: 'add',
      preset: {
        userId: day.userId,
        startAt: lastExit > 0 && lastExit < day.dayEndAt ? lastExit : day.dayStartAt + 9 * 3_600_000,
      },
    })
  const mayAdd = permitted('entry.add') && !day.closed
  return (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap="sm">
          {mayAdd && (
            <Button
              variant="default"
              leftSection={<Plus size={16} />}
              data-add
              aria-label={t('day.add')}
              title={t('day.add')}
              onClick={add}
            >
              {t('day.addShort')}
            </Button>
          )}
          <Text size="sm" title={day.bookedMs > day.totalMs ? t('day.attendedHint') : undefined}>
            {day.bookedMs > day.totalMs
              ? t('day.attended', {
                  total: format.duration(day.totalMs),
                  booked: format.duration(day.bookedMs),
                })
              : ''}
          </Text>
        </Group>
        {permitted('export.start') && (
          <Button
            variant="default"
            leftSection={<FileSpreadsheet size={16} />}
            title={t('export.dayHint')}
            loading={exporting.pending}
            onClick={() => void exporting.start({ kind: 'day', userId: day.userId, date: day.date })}
          >
            {t('export.button')}
          </Button>
        )}
      </Group>
      {day.closed && (
        <Alert variant="light" color="gray" icon={<Lock size={16} />} mb="sm" p="xs">
          {t('day.closed')}
        </Alert>
      )}
      {day.breakWarning !== null && (
        <Alert variant="light" color="orange" icon={<TriangleAlert size={16} />} mb="sm" p="xs">
          {breakWords(day.breakWarning)}
        </Alert>
      )}
      {sessions.length === 0 ? (
        <EmptyState
          title={t('day.emptyTitle')}
          {...(mayAdd && { text: t('day.emptyText'), action: <Button onClick={add}>{t('day.add')}</Button> })}
        />
      ) : (
        <div className={classes.day}>
          <DayTimeline
            label={t('day.timeline')}
            sessions={sessions}
            day={day}
            marked={marked}
            onMark={setMarked}
          />
          <DaySessions
            day={day}
            marked={marked}
            onMark={setMarked}
            onEdit={(entryId) => onEdit({ mode: 'edit', entryId })}
          />
        </div>
      )}
    </>
  )
}
