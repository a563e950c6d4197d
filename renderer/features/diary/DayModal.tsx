// Level 3 of the diary: the Working time modal with a day's sessions; editing takes its place and comes back (B38 to B43).
import { ActionIcon, Alert, Button, Group, Modal, Text } from '@mantine/core'
import { ChevronLeft, ChevronRight, FileSpreadsheet, Lock, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { DiaryDayView } from '../../../shared/contract/diary.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { EntryForm } from '../entries/EntryForm.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { useExport } from '../export/useExport.tsx'
import { useNow } from '../timer/clock.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { useSessionName } from '../timer/names.ts'
import { DaySessions } from './DaySessions.tsx'
import { entrySession, timerSession } from './daySessions.ts'
import { DayTimeline } from './DayTimeline.tsx'
import classes from './diary.module.css'
import { useShortcuts } from '../../ui/useShortcuts.ts'

type Editing = { mode: 'add'; preset: EntryPreset } | { mode: 'edit'; entryId: string }

export type DayModalProps = {
  userId: string
  date: LocalDate
  onDate: (date: LocalDate) => void
  onClose: () => void
}

export function DayModal({ userId, date, onDate, onClose }: DayModalProps) {
  const { t } = useTranslation('diary')
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
    <Modal
      opened={dialog === null}
      onClose={onClose}
      size={editing === null ? 'min(1120px, 100%)' : 'lg'}
      closeOnEscape={editing === null}
      closeOnClickOutside={editing === null}
      closeButtonProps={{ 'aria-label': t('day.close') }}
      classNames={{ title: classes.dayTitle ?? '' }}
      title={
        <Group gap="xs" wrap="nowrap">
          {editing === null ? (
            <>
              <Text fw={600} className={classes.keepWhole ?? ''}>
                {t('day.title')}
              </Text>
              <ActionIcon
                aria-label={t('day.previous')}
                title={`${t('day.previous')} (Shift ←)`}
                onClick={() => step(-1)}
              >
                <ChevronLeft size={17} className="flip-rtl" />
              </ActionIcon>
              <Text className={`${classes.keepWhole} num`} aria-live="polite">
                {format.date(date, 'long')}
              </Text>
              <ActionIcon
                aria-label={t('day.next')}
                title={`${t('day.next')} (Shift →)`}
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
        <div ref={body} tabIndex={-1} data-autofocus className={classes.body}>
          <Loaded query={day}>{(data) => <Day day={data} onEdit={setEditing} />}</Loaded>
        </div>
      ) : (
        <div ref={form}>
          <EntryForm {...editing} inline onClose={() => setEditing(null)} />
        </div>
      )}
    </Modal>
  )
}

function Day({ day, onEdit }: { day: DiaryDayView; onEdit: (editing: Editing) => void }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const exporting = useExport()
  const nameOf = useSessionName()
  const now = useNow()
  const [marked, setMarked] = useState<string | null>(null)
  const sessions = [
    ...day.entries.map((entry) =>
      entrySession(
        entry,
        nameOf(entry),
        `${nameOf(entry)}, ${format.time(entry.startAt)} – ${format.time(entry.endAt)}`,
      ),
    ),
    ...day.timers.map((timer) => timerSession(timer, nameOf(timer), now, day.dayStartAt)),
  ]
  const lastExit = Math.max(0, ...day.entries.map(({ endAt }) => endAt))
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
