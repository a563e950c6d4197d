// Owns how a zone is described to other programs (VTIMEZONE): each change of its clocks within the years that the file needs.
import ICAL from 'ical.js'
import { DAY_MS, MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { offsetMsAt } from '../../../shared/base/zoneOffset.ts'
import { localText, withMarks } from './times.ts'

/** From a little before the first time that is written to a little after the last. */
export function zoneComponent(zone: string, from: Instant, to: Instant): ICAL.Component {
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  const begin = from - 2 * DAY_MS
  const first = offsetMsAt(begin, zone)
  // What held before the first change, from long ago on.
  addObservance(component, 'standard', '1970-01-01T00:00:00', first, first)
  for (const { at, before, after } of changesOf(zone, begin, to + 2 * DAY_MS))
    addObservance(
      component,
      after > before ? 'daylight' : 'standard',
      withMarks(localText(at + before)),
      before,
      after,
    )
  return component
}

type Change = { at: Instant; before: number; after: number }

function* changesOf(zone: string, from: Instant, to: Instant): Generator<Change> {
  for (let day = from; day < to; day += DAY_MS) {
    const before = offsetMsAt(day, zone)
    const after = offsetMsAt(day + DAY_MS, zone)
    if (before === after) continue
    let [low, high] = [day, day + DAY_MS]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offsetMsAt(middle, zone) === before) low = middle
      else high = middle
    }
    yield { at: high, before, after }
  }
}

function addObservance(
  component: ICAL.Component,
  name: 'standard' | 'daylight',
  start: string,
  before: number,
  after: number,
): void {
  const part = new ICAL.Component(name)
  part.addProperty(new ICAL.Property(['dtstart', {}, 'date-time', start]))
  part.addProperty(new ICAL.Property(['tzoffsetfrom', {}, 'utc-offset', offsetText(before)]))
  part.addProperty(new ICAL.Property(['tzoffsetto', {}, 'utc-offset', offsetText(after)]))
  component.addSubcomponent(part)
}

function offsetText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
