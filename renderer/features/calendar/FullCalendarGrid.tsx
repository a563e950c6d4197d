// The one module that knows the calendar's library. It is given times as the zone's clocks show them, as if they were UTC, so that it
// never computes with zones; single items are changed through its API, as new lists draw every item anew and lose the focus.
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import '@fullcalendar/react/themes/classic/palette.css'
import FullCalendar from '@fullcalendar/react'
import type { CalendarApi, CalendarRef, EventDisplayInfo, EventInput } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import list from '@fullcalendar/react/list'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGrid from '@fullcalendar/react/timegrid'
import { useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { weekdayOf } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { createFormat } from '../../ui/figures/format.ts'
import type { Format } from '../../ui/figures/format.ts'
import type { CalendarView } from './calendarPlace.ts'
import { keyOf, movedItem, zoneOf } from './items.ts'
import { wallSpan } from './moves.ts'
import type { Span, WallMs } from './moves.ts'

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
  /** Draws an item where it will be once the change is there. */
  show(item: CalendarItem, span: Span): void
  choose(start: WallMs, end: WallMs): void
  unchoose(): void
}

export type GridProps = {
  ref?: Ref<GridHandle>
  view: CalendarView
  date: LocalDate
  items: readonly CalendarItem[]
  format: Format
  now: () => number
  words: { allDay: string; timed: string; none: string; more: (count: number) => string }
  render: (item: CalendarItem, place: 'column' | 'row' | 'line') => ReactNode
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

type Dates = { start: WallMs; end: WallMs | null; allDay: boolean }

/** Where it is drawn: at its hours, or on whole days; only a meeting has several of them, up to the one before its end. */
function datesOf(item: CalendarItem, zone: string): Dates {
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
    extendedProps: { item },
  }
}

const itemOf = (event: { extendedProps: Record<string, unknown> }): CalendarItem =>
  event.extendedProps['item'] as CalendarItem

/** Makes what is drawn what there is. */
function draw(
  api: CalendarApi,
  drawn: Map<string, string>,
  items: readonly CalendarItem[],
  zone: string,
): void {
  const next = new Map(items.map((item) => [keyOf(item), JSON.stringify(item)]))
  const changed = items.filter((item) => drawn.get(keyOf(item)) !== next.get(keyOf(item)))
  const gone = [...drawn.keys()].filter((key) => !next.has(key))
  if (changed.length + gone.length > MANY) {
    api.removeAllEventSources()
    api.removeAllEvents()
    api.addEventSource(items.map((item) => inputOf(item, zone)))
  } else {
    for (const key of gone) api.getEventById(key)?.remove()
    for (const item of changed) {
      const event = api.getEventById(keyOf(item))
      if (event === null) api.addEvent(inputOf(item, zone))
      else {
        event.setExtendedProp('item', item)
        event.setProp('editable', item.movable)
        const { start, end, allDay } = datesOf(item, zone)
        event.setDates(start, end, { allDay })
      }
    }
  }
  drawn.clear()
  for (const [key, text] of next) drawn.set(key, text)
}

export function FullCalendarGrid(props: GridProps) {
  const { view, date, items, format, now, words, render, whole = false } = props
  const { zone, locale, weekStart } = format
  const calendar = useRef<CalendarRef>(null)
  const drawn = useRef(new Map<string, string>())
  const clock = useMemo(() => createFormat(locale, 'UTC', 'EUR'), [locale])
  useLayoutEffect(() => {
    const api = calendar.current?.getApi()
    if (api !== undefined) draw(api, drawn.current, items, zone)
  }, [items, zone])
  useLayoutEffect(() => {
    const api = calendar.current?.getApi()
    if (api === undefined) return
    if (api.view.type === NAMES[view]) api.gotoDate(date)
    else api.changeView(NAMES[view], date)
  }, [view, date])
  useImperativeHandle(
    props.ref,
    () => ({
      show: (item, span) => {
        const { start, end, allDay } = datesOf(movedItem(item, span, zone), zone)
        calendar.current?.getApi().getEventById(keyOf(item))?.setDates(start, end, { allDay })
      },
      choose: (start, end) => calendar.current?.getApi().select(start, end),
      unchoose: () => calendar.current?.getApi().unselect(),
    }),
    [zone],
  )
  const changed = (info: {
    event: { start: Date | null; end: Date | null; extendedProps: Record<string, unknown> }
    oldEvent: { start: Date | null; end: Date | null }
    jsEvent: MouseEvent
    revert: () => void
  }) => {
    const moved = (was: Date | null, is: Date | null): WallMs | null =>
      is === null || was?.getTime() === is.getTime() ? null : is.getTime()
    props.onDrop({
      item: itemOf(info.event),
      start: moved(info.oldEvent.start, info.event.start),
      end: moved(info.oldEvent.end, info.event.end),
      at: { x: info.jsEvent.clientX, y: info.jsEvent.clientY },
      revert: info.revert,
    })
  }
  const dateOf = (day: Date): LocalDate => day.toISOString().slice(0, 10)
  return (
    <FullCalendar
      ref={calendar}
      plugins={PLUGINS}
      initialView={NAMES[view]}
      initialDate={date}
      timeZone="UTC"
      now={() => wallSpan({ startAt: now(), endAt: now() }, zone).start}
      locale={locale}
      firstDay={weekStart % 7}
      direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
      headerToolbar={false}
      // The page has a title of its own; writing out a range of days is dear.
      titleFormat={noTitle}
      height={whole ? 'auto' : '100%'}
      nowIndicator
      eventDisplay="block"
      // Items say themselves when they are; the library would write it out once more for each, only to be thrown away.
      displayEventTime={false}
      allDaySlot={items.some(({ day }) => day !== null)}
      selectable
      editable
      eventResizableFromStart
      eventInteractive={false}
      slotEventOverlap={false}
      slotDuration="00:30:00"
      snapDuration="00:15:00"
      scrollTime="08:00:00"
      eventMinHeight={18}
      eventShortHeight={30}
      dayMaxEvents
      fixedWeekCount={false}
      allDayText={words.allDay}
      timedText={words.timed}
      noEventsText={words.none}
      moreLinkContent={({ num }: { num: number }) => words.more(num)}
      moreLinkClick={(info: { date: Date }) => props.onDay(dateOf(info.date))}
      moreLinkDidMount={({ el }: { el: HTMLElement }) => {
        el.tabIndex = -1
        el.dataset['more'] = ''
      }}
      dayHeaderContent={(info: { date: Date; view: { type: string } }) =>
        info.view.type === 'dayGridMonth'
          ? format.weekday(weekdayOf(dateOf(info.date)), 'short')
          : format.date(dateOf(info.date), 'weekdayShort')
      }
      slotHeaderContent={(info: { date: Date }) => clock.time(info.date.getTime())}
      listDayHeaderContent={(info: { date: Date; level: number }) =>
        info.level === 0 ? format.date(dateOf(info.date), 'weekday') : ''
      }
      // What has a time keeps one, and what is due on a day stays on days.
      eventAllow={({ allDay }, event) => event === null || allDay === event.allDay}
      eventContent={(info: EventDisplayInfo) => {
        const place = PLACES[info.view.type] ?? 'row'
        return render(itemOf(info.event), place === 'column' && info.event.allDay ? 'row' : place)
      }}
      eventClick={({ event }) => props.onOpen(itemOf(event))}
      eventDrop={changed}
      eventResize={changed}
      select={(info) => {
        // What the keyboard chose is not yet to be made.
        if (info.jsEvent === null) return
        props.onCreate(info.start.getTime(), info.end.getTime(), info.allDay)
        calendar.current?.getApi().unselect()
      }}
    />
  )
}
