// A calendar's file as things that can be decided on: each meeting and task by itself, in the order of the file.
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { cleanText } from '../../../shared/base/text.ts'
import type { Result } from '../../../shared/base/result.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { Block } from './blocks.ts'
import { blocksOf } from './blocks.ts'
import type { Part } from './events.ts'
import { readMeeting } from './events.ts'
import { propertiesOf } from './properties.ts'
import type { ReadContext, ReadRow } from './rows.ts'
import { createRemarks, titleOf } from './rows.ts'
import { textOf } from './text.ts'
import { readTask } from './todos.ts'
import { zoneFinder } from './when.ts'

export type ReadOptions = { zone: string; today: LocalDate; zones: Readonly<Record<string, string>> }
export type ReadCalendar = { rows: ReadRow[]; unknownZones: string[]; ignored: number }

/** Of all meetings together; what follows computes each of them several times. */
const MOST_STARTS = 200_000

export function readCalendar(bytes: Uint8Array, options: ReadOptions): Result<ReadCalendar, AppError> {
  const cut = blocksOf(textOf(bytes))
  if (!cut.ok) return cut
  const { blocks, locations, ignored } = cut.value
  const finder = zoneFinder(options.zones, locations)
  const unknown = new Set<string>()
  const zoneOf = (name: string): string | null => {
    const zone = finder(name)
    if (zone === null) unknown.add(name.slice(0, 200))
    return zone
  }
  const context: ReadContext = { zone: options.zone, today: options.today, zoneOf }
  const rows: ReadRow[] = []
  let starts = 0
  for (const group of groupsOf(blocks)) {
    if ('unreadable' in group) {
      rows.push(
        rowOf(
          group.unreadable,
          null,
          fail(appError('calendarRow.unreadable', { values: { text: group.why } })),
        ),
      )
      continue
    }
    const [first, ...moved] = group.parts
    if (first === undefined) continue
    for (const twice of group.twice) rows.push(rowOf(twice.block, twice, fail(appError('calendarRow.twice'))))
    // Without its series, what was moved is a meeting by itself.
    const whole = isMoved(first) ? group.parts.map((part) => [part, []] as const) : [[first, moved] as const]
    for (const [part, exceptions] of whole) {
      const read = readOne(part, exceptions, context)
      starts += read.starts
      if (starts > MOST_STARTS) return fail(appError('calendarFile.tooHard'))
      rows.push(read.row)
    }
  }
  return ok({ rows, unknownZones: [...unknown], ignored })
}

function readOne(
  first: Part,
  moved: readonly Part[],
  context: ReadContext,
): { row: ReadRow; starts: number } {
  const remarks = createRemarks()
  if (first.block.kind === 'VTODO') {
    const task = readTask(first, context, remarks)
    return { row: { ...rowOf(first.block, first, task), remarks: remarks.list }, starts: 0 }
  }
  const meeting = readMeeting(first, moved, context, remarks)
  const read: Result<ReadRow['thing'], AppError> = meeting.ok ? ok(meeting.value.thing) : meeting
  return {
    row: { ...rowOf(first.block, first, read), remarks: remarks.list },
    starts: meeting.ok ? meeting.value.starts : 0,
  }
}

/** What the table says of it, as far as it could be read. */
function rowOf(block: Block, part: Part | null, read: Result<ReadRow['thing'], AppError>): ReadRow {
  const thing = read.ok ? read.value : null
  const summary = block.lines.find((line) => /^SUMMARY[;:]/i.test(line)) ?? ''
  const title =
    part === null
      ? cleanText(summary.replace(/^[^:]*:/, ''), { max: 200, multiline: false }) || '–'
      : titleOf(part.properties, createRemarks())
  return {
    kind: block.kind === 'VTODO' ? 'task' : 'meeting',
    title: thing?.title ?? title,
    startAt: thing?.startAt ?? null,
    endAt: thing?.endAt ?? null,
    allDay: thing?.kind === 'meeting' && thing.allDay,
    dueDate: thing?.kind === 'task' ? thing.dueDate : null,
    repeated: block.rules.length > 0,
    reason: read.ok ? null : read.error,
    remarks: [],
    thing,
  }
}

type Group = { unreadable: Block; why: string } | { parts: Part[]; twice: Part[] }

/** A series and what was moved of it have one name. */
function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  const known = new Map<string, { parts: Part[]; twice: Part[] }>()
  for (const block of blocks) {
    let part: Part
    try {
      part = { block, properties: propertiesOf(block) }
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      groups.push({ unreadable: block, why: cleanText(why, { max: 200, multiline: false }) })
      continue
    }
    const key = `${block.kind} ${part.properties.text('uid')}`
    const group = known.get(key)
    if (group === undefined) {
      const made = { parts: [part], twice: [] }
      groups.push(made)
      known.set(key, made)
    } else addTo(group, part)
  }
  return groups
}

const sequenceOf = ({ properties }: Part): number => {
  const property = properties.first('sequence')
  return Number(property?.values[0] ?? 0) || 0
}
const isMoved = ({ properties }: Part): boolean => properties.first('recurrence-id') !== null

/** The whole series comes first. Of two alike the later one counts, as their numbers say. */
function addTo(group: { parts: Part[]; twice: Part[] }, part: Part): void {
  const [first] = group.parts
  if (first === undefined || isMoved(part)) return void group.parts.push(part)
  if (isMoved(first)) return void group.parts.unshift(part)
  const newer = sequenceOf(part) > sequenceOf(first)
  group.twice.push(newer ? first : part)
  if (newer) group.parts[0] = part
}
