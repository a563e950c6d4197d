// The XML of Hamster: a list of activities, each with its times as the clock on the wall showed them.
import { SaxesParser } from 'saxes'
import { utf8Of } from './bytes.ts'
import { Unreadable } from './refusal.ts'
import type { Table } from './table.ts'
import { createTable } from './table.ts'

const HEADERS = ['activity', 'start time', 'end time', 'duration minutes', 'category', 'description', 'tags']
const ATTRIBUTES = ['name', 'start_time', 'end_time', 'duration_minutes', 'category', 'description', 'tags']

export function readHamster(name: string, raw: Buffer): Table {
  const table = createTable(name, HEADERS, 'hamster')
  const parser = new SaxesParser()
  let root = ''
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (root === '') root = tag
    if (tag === 'activity')
      table.add(
        ATTRIBUTES.map((each) => String(attributes[each] ?? '')),
        parser.line,
      )
  })
  parser.on('error', () => {
    throw new Unreadable('importFile.broken', name, { line: parser.line })
  })
  const text = utf8Of(raw).toString('utf8')
  for (let at = 0; at < text.length; at += 1 << 16) parser.write(text.slice(at, at + (1 << 16)))
  parser.close()
  if (root !== 'activities') throw new Unreadable('importFile.unknown', name)
  if (table.rows === 0) throw new Unreadable('importFile.empty', name)
  return table
}
