// What stands in the calendar and what is done with it: opened, moved, made; in one grid, or in a column for each person.
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { HOUR_MS } from '../../../shared/base/duration.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { Colour } from '../../../shared/entities/colour.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Said } from '../../ui/Said.tsx'
import { ButtonBar } from '../buttons/ButtonBar.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import classes from './calendar.module.css'
import type { CalendarView } from './calendarPlace.ts'
import { ChooseTime } from './ChooseTime.tsx'
import { FullCalendarGrid } from './FullCalendarGrid.tsx'
import type { GridHandle } from './FullCalendarGrid.tsx'
import { absenceOn } from '../absence/absencePath.ts'
import { ItemBlock } from './ItemBlock.tsx'
import { onItemKey } from './itemKeys.ts'
import { keyOf, movedItem, useItemWords } from './items.ts'
import { keepHeldFocus, passToHeld, useRoving } from './roving.ts'
import { useMoves } from './useMoves.tsx'

export type BodyProps = {
  view: CalendarView
  date: LocalDate
  items: readonly CalendarItem[]
  people: readonly Id[]
  peopleField: React.ReactNode
  /** Asks for the items anew. */
  onAgain: () => Promise<unknown>
  onDay: (date: LocalDate) => void
  onShow: (date: LocalDate) => void
}

export function CalendarBody({ view, date, items, people, peopleField, onAgain, onDay, onShow }: BodyProps) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const clock = useAppClock()
  const { show } = useTimerDialogs()
  const [, navigate] = useLocation()
  const me = useCurrentUser()
  const several = people.length > 1
  const words = useItemWords(several)
  const grid = useRef<GridHandle>(null)
  const moves = useMoves(words, items, onAgain)
  const byKey = useMemo(() => new Map(moves.placed.map((item) => [keyOf(item), item])), [moves.placed])
  const first = items.find(({ kind }) => kind !== 'holiday')
  const reached = useRoving((roving) => roving.key)
  // Something can be reached with Tab, also after what was reached is gone.
  if (first !== undefined && (reached === null || !byKey.has(reached)))
    queueMicrotask(() => useRoving.getState().enter(keyOf(first)))

  useEffect(keepHeldFocus, [])
  useEffect(() => {
    document.addEventListener('keydown', passToHeld)
    return () => document.removeEventListener('keydown', passToHeld)
  }, [])

  /** Moved a moment ago, it is opened as soon as it is there. */
  const open = (item: CalendarItem) => void moves.done().then(() => openNow(item))
  const openNow = (item: CalendarItem) => {
    if (item.kind === 'absence') navigate(absenceOn(item.day ?? date, item.id))
    else if (item.kind === 'entry') show({ kind: 'editEntry', entryId: item.id })
    else if (item.kind === 'task') show({ kind: 'task', taskId: item.id })
    else if (item.meeting !== null && item.meetingId !== null)
      show({ kind: 'meeting', meetingId: item.meetingId, at: item.meeting.at })
    else if (item.kind === 'timer' && item.userId === me.id)
      show({ kind: item.state === 'stopped' ? 'timeLog' : 'note', timerId: item.id })
  }
  const create = (startAt: number, endAt: number, more: EntryPreset = {}) =>
    show({
      kind: 'add',
      // Only past time is recorded.
      what: startAt > clock.now() ? 'meeting' : 'entry',
      preset: { startAt, endAt: Math.max(endAt, startAt + 60_000), ...more },
    })
  const createAt = async (start: number, end: number, wholeDays: boolean, userId?: Id) => {
    const at = { x: window.innerWidth / 2, y: window.innerHeight / 3 }
    // Of a whole day, the usual first hour of work.
    const startAt = await moves.instantAt(wholeDays ? start + 9 * HOUR_MS : start, at)
    if (startAt === null) return
    create(startAt, startAt + (wholeDays ? HOUR_MS : end - start), {
      ...(userId !== undefined && { userId }),
      ...(wholeDays && { day: format.local(startAt).date }),
    })
  }
  const byPerson = several && view !== 'day'
  const persons = people.join(' ')
  const render = useCallback(
    (item: CalendarItem, where: 'column' | 'row' | 'line') => (
      <ItemBlock
        item={item}
        words={words}
        colour={byPerson ? colourOf(persons.split(' '), item.userId) : item.colour}
        place={where}
        several={byPerson}
      />
    ),
    [words, byPerson, persons],
  )
  const gridWords = useMemo(
    () => ({
      allDay: t('allDay'),
      timed: t('timed'),
      none: t('nothing'),
      more: (count: number) => t('more', { count }),
    }),
    [t],
  )
  const common = {
    view,
    date,
    format,
    now: () => clock.now(),
    words: gridWords,
    render,
    onOpen: open,
    onDrop: (dropped: Parameters<typeof moves.drop>[0]) => void moves.drop(dropped),
    onDay,
  }
  const columns = several && view === 'day'
  const nothing = items.every(({ kind }) => kind === 'holiday')
  return (
    <>
      <div className={classes.bar}>
        <ButtonBar />
        <ChooseTime
          grid={grid}
          date={date}
          words={words}
          onShow={onShow}
          onCreate={(startAt, endAt) => create(startAt, endAt)}
        />
        {nothing && (
          <p className={classes.empty} role="status">
            {t('empty')}
          </p>
        )}
        <div className={classes.people}>{peopleField}</div>
      </div>
      <Said text={moves.said} />
      {/* The keys of the items within: the items are buttons. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={columns ? `${classes.grid} ${classes.columns}` : classes.grid}
        onKeyDown={(event) =>
          onItemKey(event, {
            itemOf: (key) => byKey.get(key),
            spanOf: moves.spanOf,
            zone: format.zone,
            onOpen: open,
            onMove: (item, span, at) => {
              moves.move(item, span, at)
              onShow(movedItem(item, span, format.zone).day ?? format.local(span.startAt).date)
            },
            onStays: (item) => moves.say(t('stays', { what: words.title(item) })),
          })
        }
      >
        {columns ? (
          people.map((userId, index) => (
            <section key={userId}>
              <PersonHead userId={userId} />
              <FullCalendarGrid
                {...common}
                {...(index === 0 && { ref: grid })}
                whole
                items={moves.placed.filter((item) => isOf(item, userId))}
                onCreate={(start, end, wholeDays) => void createAt(start, end, wholeDays, userId)}
              />
            </section>
          ))
        ) : (
          <FullCalendarGrid
            {...common}
            ref={grid}
            items={moves.placed}
            onCreate={(start, end, wholeDays) => void createAt(start, end, wholeDays)}
          />
        )}
      </div>
      {moves.bubbles}
    </>
  )
}

/** Of several people in one grid each has a colour. */
const colourOf = (people: readonly string[], userId: Id | null): Colour | null =>
  Colour.options[people.findIndex((id) => id === userId) % Colour.options.length] ?? null

/** What stands in a person's column: their own, and what is everybody's. */
const isOf = ({ userId, meeting }: CalendarItem, person: Id): boolean =>
  meeting === null ? userId === null || userId === person : meeting.userIds.includes(person)

function PersonHead({ userId }: { userId: Id }) {
  const users = useRequest('user.list', {})
  return (
    <h2>
      <bdi>{users.data?.find(({ id }) => id === userId)?.name ?? ''}</bdi>
    </h2>
  )
}
