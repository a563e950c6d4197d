// Cuts a calendar's file into its meetings and tasks, so that one that cannot be read takes no other with it.
import type { Result } from '../../../shared/base/result.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { MOST_THINGS } from '../../../shared/contract/calendarFile.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'

export type Block = {
  kind: 'VEVENT' | 'VTODO'
  /** Unfolded, without rules and without what lies within, like alarms. */
  lines: string[]
  /** The values of RRULE: they are read by our own hand, as the library refuses a whole part for one of them. */
  rules: string[]
  /** It repeats by something that is no RRULE: dates, or what is left out by a rule. */
  otherRule: string | null
}

export type Blocks = {
  blocks: Block[]
  /** What a zone of the file says it is: X-LIC-LOCATION by TZID. */
  locations: Map<string, string>
  ignored: number
}

/** Deeper than any calendar: an alarm lies in an event, an event in its calendar. */
const MOST_DEEP = 8

/** Refused where it is no calendar, where its end is missing, or where it holds more than is imported at once. */
export function blocksOf(text: string): Result<Blocks, AppError> {
  const body = text.replace(/^\uFEFF/, '')
  if (!/^\s*BEGIN:VCALENDAR[ \t]*(\r?\n|\r)/i.test(body.slice(0, 1_000)))
    return fail(appError('calendarFile.none'))
  const found: Blocks = { blocks: [], locations: new Map(), ignored: 0 }
  const open: string[] = []
  let block: Block | null = null
  let zone: { id: string; location: string } | null = null
  let count = 0
  for (const line of unfolded(body)) {
    const [, does, named = ''] = /^(BEGIN|END):\s*([A-Z0-9-]{1,40})\s*$/i.exec(line) ?? []
    if (does === undefined) {
      if (open.length === 2 && block !== null) addLine(block, line)
      else if (open.length === 2 && zone !== null) readZone(zone, line)
      continue
    }
    const name = named.toUpperCase()
    if (does.toUpperCase() === 'BEGIN') {
      open.push(name)
      if (open.length > MOST_DEEP) return fail(appError('calendarFile.broken', { values: { part: name } }))
      if (open.length !== 2 || open[0] !== 'VCALENDAR') continue
      if (name === 'VEVENT' || name === 'VTODO') {
        count += 1
        block = { kind: name, lines: [], rules: [], otherRule: null }
      } else if (name === 'VTIMEZONE') zone = { id: '', location: '' }
      else found.ignored += 1
      continue
    }
    if (open.pop() !== name) return fail(appError('calendarFile.broken', { values: { part: name } }))
    if (open.length !== 1) continue
    // Those beyond the bound are only counted, for the sentence.
    if (block !== null && count <= MOST_THINGS) found.blocks.push(block)
    if (zone !== null && zone.location !== '') found.locations.set(zone.id, zone.location)
    block = null
    zone = null
  }
  if (open.length > 0) return fail(appError('calendarFile.cutOff'))
  if (count > MOST_THINGS)
    return fail(appError('calendarFile.tooMany', { values: { count, most: MOST_THINGS } }))
  return ok(found)
}

/** A line that begins with a blank goes on with the one before. */
function* unfolded(text: string): Generator<string> {
  let parts: string[] = []
  // Only what ends a line by the format: others are text.
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line) && parts.length > 0) {
      parts.push(line.slice(1))
      continue
    }
    if (parts.length > 0) yield parts.join('')
    parts = line === '' ? [] : [line]
  }
  if (parts.length > 0) yield parts.join('')
}

function addLine(block: Block, line: string): void {
  const [, name = '', value = ''] = /^([A-Z0-9-]+)(?:;[^:]*)?:(.*)$/is.exec(line) ?? []
  const upper = name.toUpperCase()
  if (upper === 'RRULE') block.rules.push(value.trim())
  else if (upper === 'EXRULE' || upper === 'RDATE') block.otherRule = upper
  else block.lines.push(line)
}

function readZone(zone: { id: string; location: string }, line: string): void {
  const [, name = '', value = ''] = /^(TZID|X-LIC-LOCATION)(?:;[^:]*)?:(.*)$/i.exec(line) ?? []
  if (name.toUpperCase() === 'TZID') zone.id = value.trim()
  else if (name !== '') zone.location = value.trim()
}
