// What stands in the cells of a list of time, and the field in the one that is edited where it stands (D11, E4).
import { Link2, TriangleAlert } from 'lucide-react'
import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { SubjectPart } from '../../../shared/entities/subject.ts'
import { FLAGS, partLabel, SUBJECT } from '../../../shared/entities/subject.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { useAppState, useCurrentUser, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import type { Format } from '../../ui/figures/format.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { RowButton } from '../../ui/table/RowButton.tsx'
import { EntryCell } from './EntryCell.tsx'
import classes from './EntryTable.module.css'
import { isEditable } from './useCellEditing.ts'
import type { CellEditing } from './useCellEditing.ts'

/** Somebody who may only change their own time gets no pencil on that of others. */
export function useMayEdit() {
  const { id: userId, role } = useCurrentUser()
  const permitted = usePermitted()('entry.edit')
  const closedThrough = useAppState().organisation?.closedThrough ?? null
  return useCallback(
    (entry: EntryView) =>
      permitted &&
      (entry.userId === userId || role !== 'employee') &&
      (closedThrough === null || entry.workDate > closedThrough),
    [userId, role, permitted, closedThrough],
  )
}

/** A session by its start, an amount by its day (F9). */
export const whenOf = (entry: EntryView, format: Format): string =>
  isAmount(entry) ? format.date(entry.workDate) : format.dateTime(entry.startAt)

/** Is it on anything beside its customer, its category and what the whole list is about? */
export const hasMore = (entry: EntryView, about: SubjectPart): boolean =>
  SUBJECT.some(
    (field) => field.demandedBy === null && field.part !== about && partLabel(entry, field) !== null,
  ) || FLAGS.some(({ field }) => entry[field] !== null)

type Cells = {
  about: SubjectPart
  onEdit: (entryId: string) => void
  mayEdit: (entry: EntryView) => boolean
  narrow: boolean
  tight: boolean
  editing: CellEditing
}

export function useEntryCells({ about, onEdit, mayEdit, narrow, tight, editing: { done } }: Cells) {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const { run: remove } = useCommand('entry.remove', { undo: t('list.deleted') })
  const cells = (entry: EntryView, column: string | null): Record<string, ReactNode> => {
    const shown = shownCells(entry)
    return isEditable(column)
      ? { ...shown, [column]: <EntryCell key={column} entry={entry} column={column} onDone={done} /> }
      : shown
  }
  const more = (entry: EntryView) => (
    <span className={classes.more}>
      <SubjectTags of={entry} about={about} short />
    </span>
  )
  const twoLines = tight ? 'two-lines' : undefined
  const shownCells = (entry: EntryView) => {
    const start = format.local(entry.startAt)
    const end = format.local(entry.endAt)
    const when = whenOf(entry, format)
    const amount = isAmount(entry)
    return {
      start: (
        <span className="num" title={when}>
          {amount
            ? format.date(entry.workDate, 'short')
            : `${format.date(start.date, 'short')} ${format.time(entry.startAt)}`}
        </span>
      ),
      stop: amount ? (
        <span className="quiet" title={tc('noTimes')}>
          –
        </span>
      ) : (
        <span className="num" title={format.dateTime(entry.endAt)}>
          {format.time(entry.endAt)}
          {end.date !== start.date && <sup>+1</sup>}
        </span>
      ),
      total: <strong className="num">{format.duration(entry.durationMs)}</strong>,
      flags: (entry.overlaps || entry.linked || entry.meetingId !== null) && (
        <span className={classes.flags}>
          {entry.overlaps && <Overlap label={t('list.overlap', { name: entry.userName })} />}
          <MeetingMark meetingId={entry.meetingId} />
          {entry.linked && (
            <span title={t('list.linked')} role="img" aria-label={t('list.linked')}>
              <Link2 size={14} />
            </span>
          )}
        </span>
      ),
      user: (
        <bdi className={twoLines} title={entry.userName}>
          {entry.userName}
        </bdi>
      ),
      category: (
        <>
          <bdi
            className={narrow && hasMore(entry, about) ? 'truncate' : twoLines}
            title={entry.categoryName ?? ''}
          >
            {entry.categoryName ?? ''}
          </bdi>
          {narrow && hasMore(entry, about) && more(entry)}
        </>
      ),
      project: more(entry),
      note: (
        <bdi className={`quiet ${twoLines ?? ''}`} title={entry.note.slice(0, 500)}>
          {entry.note}
        </bdi>
      ),
      actions: mayEdit(entry) && (
        <span className={classes.rowActions}>
          <RowButton
            icon="pencil"
            tone="edit"
            label={t('list.edit', { when })}
            onClick={() => onEdit(entry.id)}
          />
          <RowButton
            icon="trash"
            tone="stop"
            label={t('list.delete', { when })}
            onClick={() => void remove({ entryId: entry.id })}
          />
        </span>
      ),
    }
  }
  // oxlint-disable-next-line react/exhaustive-deps -- `cells` is made of nothing else
  return useCallback(cells, [t, tc, format, about, mayEdit, narrow, tight, onEdit, remove, done])
}

const Overlap = ({ label }: { label: string }) => (
  <span title={label} role="img" aria-label={label}>
    <TriangleAlert size={14} color="var(--db-edit)" />
  </span>
)
