// What `timew export` writes: a list of intervals in UTC, of which the one that runs has no end.
import { z } from 'zod'
import { utf8Of } from './bytes.ts'
import { Unreadable } from './refusal.ts'
import type { Table } from './table.ts'
import { createTable } from './table.ts'

const Interval = z.object({
  start: z.string(),
  end: z.string().default(''),
  tags: z.array(z.string()).default([]),
  annotation: z.string().default(''),
})

export function readTimewarrior(name: string, raw: Buffer): Table {
  let read: unknown
  try {
    read = JSON.parse(
      utf8Of(raw)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    throw new Unreadable('importFile.broken', name, { line: 0 })
  }
  const intervals = z.array(Interval).safeParse(read)
  if (!intervals.success) throw new Unreadable('importFile.unknown', name)
  if (intervals.data.length === 0) throw new Unreadable('importFile.empty', name)
  const table = createTable(name, ['start', 'end', 'tags', 'annotation'], 'timewarrior')
  intervals.data.forEach(({ start, end, tags, annotation }, index) =>
    // Its tags may hold commas, so each stands on a line of its own.
    table.add([start, end, tags.join('\n'), annotation], index + 1),
  )
  return table
}
