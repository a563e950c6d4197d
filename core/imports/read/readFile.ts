// One file as a table, by what is in it.
import { utf8Of, kindOf } from './bytes.ts'
import type { ReadWatch } from './csv.ts'
import { readCsv } from './csv.ts'
import { Unreadable } from './refusal.ts'
import type { Table } from './table.ts'
import { isSolidtime, readSolidtime } from './solidtime.ts'
import { readZip } from './zip.ts'

/** Throws Unreadable. */
export async function readTable(name: string, bytes: Buffer, watch: ReadWatch): Promise<Table> {
  if (
    bytes.length === 0 ||
    utf8Of(bytes.subarray(0, 64))
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim() === ''
  )
    if (bytes.length <= 64) throw new Unreadable('importFile.empty', name)
  switch (kindOf(bytes)) {
    case 'ole':
      throw new Unreadable('importFile.protected', name)
    case 'binary':
      throw new Unreadable('importFile.unknown', name)
    case 'zip':
      return readArchive(name, bytes, watch)
    case 'json':
      return (await import('./timewarrior.ts')).readTimewarrior(name, bytes)
    case 'xml':
      return (await import('./hamster.ts')).readHamster(name, bytes)
    case 'text':
      return readCsv(name, bytes, watch)
  }
}

async function readArchive(name: string, bytes: Buffer, watch: ReadWatch): Promise<Table> {
  const entries = readZip(name, bytes)
  if (entries.some((entry) => entry.name === 'xl/workbook.xml'))
    // Loaded only here: few files are workbooks, and it is large.
    return (await import('./excel.ts')).readExcel(name, bytes)
  if (isSolidtime(entries)) return readSolidtime(name, entries, watch)
  throw new Unreadable('importFile.unknown', name)
}
