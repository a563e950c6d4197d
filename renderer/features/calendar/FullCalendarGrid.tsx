// The one module that knows the calendar's library. It is given times as the zone's clocks show them, as if they were UTC, so that it
// never computes with zones; single items are changed through its API, as new lists draw every item anew and lose the focus.
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import '@fullcalendar/react/themes/classic/palette.css'
import FullCalendar from '@fullcalendar/react'
import type { CalendarApi, CalendarOptions, CalendarRef, EventApi, EventInput } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import list from '@fullcalendar/react/list'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGrid from '@fullcalendar/react/timegrid'
import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode, Ref } from 'react'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { weekdayOf } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { createFormat } from '../../ui/figures/format.ts'
import type { Format } from '../../ui/figures/format.ts'
import type { CalendarView } from './calendarPlace.ts'
import { fewerADay } from './fewerADay.ts'
import type { Drawn } from './fewerADay.ts'
import { keyOf, zoneOf } from './items.ts'
import { wallSpan } from './moves.ts'
import type { WallMs } from './moves.ts'
import { useRoving } from './roving.ts'
import { createShownItems, useMoreOn, useShownItem } from './shownItems.ts'
import type { ShownItems } from './shownItems.ts'

export type Dropped = {
  item: CalendarItem
  /** Where it begins and ends now, as far as each was changed. */
  start: WallMs | null
  end: WallMs | null
  /** Where the pointer let it go. */
  at: { x: number; y: number }
  revert: () => void
}

export type GridHandle = {
  choose(start: WallMs, end: WallMs): void
  unchoose(): void
}

type GridWords = { allDay: string; timed: string; none: string; more: (count: number) => string }
type Render = (item: CalendarItem, place: Place) => ReactNode
type Place = 'column' | 'row' | 'line'

export type GridProps = {
  ref?: Ref<GridHandle>
  view: CalendarView
  date: LocalDate
  items: readonly CalendarItem[]
  format: Format
  now: () => number
  words: GridWords
  /** The same function until items look otherwise: with another one all are drawn anew. */
  render: Render
  onOpen: (item: CalendarItem) => void
  onDrop: (dropped: Dropped) => void
  onCreate: (start: WallMs, end: WallMs, wholeDays: boolean) => void
  onDay: (date: LocalDate) => void
  /** As high as its hours, where several stand side by side and the page scrolls. */
  whole?: boolean
}

const NAMES: Record<CalendarView, string> = {
  day: 'timeGridDay',
  week: 'timeGridWeek',
  month: 'dayGridMonth',
  agenda: 'listWeek',
}
const PLACES: Record<string, 'column' | 'line'> = {
  timeGridDay: 'column',
  timeGridWeek: 'column',
  listWeek: 'line',
}
const PLUGINS = [classicTheme, dayGrid, timeGrid, list, interaction]
const noTitle = (): string => ''
/** More changes at once are drawn faster as a new list. */
const MANY = 40

/** A line of a month is no less high, and a month has at least four rows. */
const LINE_PX = 16
const mostADay = (): number => Math.max(8, Math.ceil(window.innerHeight / 4 / LINE_PX))
function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}

/** Where it is drawn: at its hours, or on whole days; only a meeting has several of them, up to the one before its end. */
function datesOf(item: CalendarItem, zone: string): Drawn {
  const { start, end } = wallSpan(item, zoneOf(item, zone))
  if (item.day === null) return { start, end, allDay: false }
  return { start: Date.parse(item.day), end: item.kind === 'meeting' ? end : null, allDay: true }
}

function inputOf(item: CalendarItem, zone: string): EventInput {
  const { end, ...dates } = datesOf(item, zone)
  return {
    id: keyOf(item),
    ...dates,
    ...(end !== null && { end }),
    editable: item.movable,
    color: 'transparent',
  }
}

/** Each call that changes an event lays the whole view out anew, so none is made for what stands there already. */
function place(event: EventApi, { start, end, allDay }: Drawn): void {
  const there =
    event.start?.getTime() === start && (event.end?.getTime() ?? null) === end && event.allDay === allDay
  if (!there) event.setDates(start, end, { allDay })
}

/** Makes what the library has what there is. */
function draw(
  api: CalendarApi,
  was: ReadonlyMap<string, CalendarItem>,
  items: readonly CalendarItem[],
  zone: string,
): void {
  const keys = new Set(items.map(keyOf))
  const gone = [...was.keys()].filter((key) => !keys.has(key))
  const changed = items.filter((item) => !sameForGrid(was.get(keyOf(item)), item))
  if (changed.length + gone.length > MANY) {
    api.removeAllEventSources()
    api.removeAllEvents()
    api.addEventSource(items.map((item) => inputOf(item, zone)))
    return
  }
  for (const key of gone) api.getEventById(key)?.remove()
  for (const item of changed) {
    const event = api.getEventById(keyOf(item))
    if (event === null) api.addEvent(inputOf(item, zone))
    else {
      place(event, datesOf(item, zone))
      if (was.get(keyOf(item))?.movable !== item.movable) event.setProp('editable', item.movable)
    }
  }
}

const sameForGrid = (was: CalendarItem | undefined, is: CalendarItem): boolean =>
  was !== undefined &&
  was.startAt === is.startAt &&
  was.endAt === is.endAt &&
  was.day === is.day &&
  was.movable === is.movable

export function FullCalendarGrid(props: GridProps) {
  const { view, date, items, format, words, render, whole = false } = props
  const { zone, locale, weekStart } = format
  const calendar = useRef<CalendarRef>(null)
  const [shown] = useState(createShownItems)
  const most = useSyncExternalStore(onResize, mostADay)
  // Options that are other functions with each render would make the library draw everything anew.
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    const api = calendar.current?.getApi()
    if (api === undefined) return
    if (api.view.type === NAMES[view]) api.gotoDate(date)
    else api.changeView(NAMES[view], date)
  }, [view, date])
  useLayoutEffect(() => {
    const api = calendar.current?.getApi()
    if (api === undefined) return
    const { key } = useRoving.getState()
    const fewer =
      view === 'month'
        ? fewerADay(
            items,
            most,
            (item) => datesOf(item, zone),
            (item) => keyOf(item) === key,
          )
        : { items, more: new Map<LocalDate, number>() }
    const was = shown.byKey()
    shown.become(fewer.items, fewer.more)
    draw(api, was, fewer.items, zone)
  }, [items, zone, view, most, shown])
  useImperativeHandle(
    props.ref,
    () => ({
      choose: (start, end) => calendar.current?.getApi().select(start, end),
      unchoose: () => calendar.current?.getApi().unselect(),
    }),
    [],
  )
  const options = useMemo<CalendarOptions>(() => {
    const clock = createFormat(locale, 'UTC', 'EUR')
    const dateOf = (day: Date): LocalDate => day.toISOString().slice(0, 10)
    const changed: NonNullable<CalendarOptions['eventDrop']> &
      NonNullable<CalendarOptions['eventResize']> = ({ event, oldEvent, jsEvent, revert }) => {
      const item = shown.byKey().get(event.id)
      if (item === undefined) return revert()
      const moved = (before: Date | null, after: Date | null): WallMs | null =>
        after === null || before?.getTime() === after.getTime() ? null : after.getTime()
      latest.current.onDrop({
        item,
        start: moved(oldEvent.start, event.start),
        end: moved(oldEvent.end, event.end),
        at: { x: jsEvent.clientX, y: jsEvent.clientY },
        revert,
      })
    }
    return {
      timeZone: 'UTC',
      now: () => {
        const now = latest.current.now()
        return wallSpan({ startAt: now, endAt: now }, zone).start
      },
      locale,
      firstDay: weekStart % 7,
      direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
      headerToolbar: false,
      // The page has a title of its own; writing out a range of days is dear.
      titleFormat: noTitle,
      height: whole ? 'auto' : '100%',
      nowIndicator: true,
      eventDisplay: 'block',
      // Items say themselves when they are; the library would write it out once more for each, only to be thrown away.
      displayEventTime: false,
      selectable: true,
      editable: true,
      eventResizableFromStart: true,
      eventInteractive: false,
      slotEventOverlap: false,
      slotDuration: '00:30:00',
      snapDuration: '00:15:00',
      scrollTime: '08:00:00',
      eventMinHeight: 18,
      eventShortHeight: 30,
      dayMaxEvents: true,
      fixedWeekCount: false,
      allDayText: words.allDay,
      timedText: words.timed,
      noEventsText: words.none,
      moreLinkContent: ({ num }) => <More num={num} shown={shown} words={words} />,
      // Its own would count without those that it was not given, and in English.
      moreLinkHint: '',
      moreLinkClick: (info) => latest.current.onDay(dateOf(info.date)),
      moreLinkDidMount: ({ el }) => {
        el.tabIndex = -1
        el.dataset['more'] = ''
      },
      dayHeaderContent: (info) =>
        info.view.type === 'dayGridMonth'
          ? format.weekday(weekdayOf(dateOf(info.date)), 'short')
          : format.date(dateOf(info.date), 'weekdayShort'),
      slotHeaderContent: (info) => clock.time(info.date.getTime()),
      listDayHeaderContent: (info) => (info.level === 0 ? format.date(dateOf(info.date), 'weekday') : ''),
      // What has a time keeps one, and what is due on a day stays on days.
      eventAllow: ({ allDay }, event) => event === null || allDay === event.allDay,
      eventContent: ({ event, view: { type } }) => {
        const where = PLACES[type] ?? 'row'
        return (
          <Item
            itemKey={event.id}
            shown={shown}
            place={where === 'column' && event.allDay ? 'row' : where}
            render={render}
          />
        )
      },
      eventClick: ({ event }) => {
        const item = shown.byKey().get(event.id)
        if (item !== undefined) latest.current.onOpen(item)
      },
      eventDrop: changed,
      eventResize: changed,
      select: (info) => {
        // What the keyboard chose is not yet to be made.
        if (info.jsEvent === null) return
        latest.current.onCreate(info.start.getTime(), info.end.getTime(), info.allDay)
        calendar.current?.getApi().unselect()
      },
    }
  }, [zone, locale, weekStart, format, words, render, whole, shown])
  return (
    <FullCalendar
      ref={calendar}
      {...options}
      plugins={PLUGINS}
      initialView={NAMES[view]}
      initialDate={date}
      allDaySlot={items.some(({ day }) => day !== null)}
    />
  )
}

function Item({
  itemKey,
  shown,
  place: where,
  render,
}: {
  itemKey: string
  shown: ShownItems
  place: Place
  render: Render
}) {
  const item = useShownItem(shown, itemKey)
  return item === undefined ? null : render(item, where)
}

/** How many more there are: those that the library hides, and those it was not given. It does not say of which day. */
function More({ num, shown, words }: { num: number; shown: ShownItems; words: GridWords }) {
  const text = useRef<HTMLSpanElement>(null)
  const [date, setDate] = useState<LocalDate | null>(null)
  useLayoutEffect(() => {
    setDate(text.current?.closest<HTMLElement>('[data-date]')?.dataset['date'] ?? null)
  }, [])
  const more = useMoreOn(shown, date)
  return <span ref={text}>{words.more(num + more)}</span>
}
