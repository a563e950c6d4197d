// What is remembered is never older than what was written, by this process or another; and one request sees one state.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Category } from '../../shared/entities/category.ts'
import type { Gap } from '../../shared/entities/gap.ts'
import { loadMigrations } from './migrations.ts'
import { createData } from './data.ts'
import type { WritableData } from './data.ts'
import { migrate } from './migrate.ts'
import { openForTest } from '../testing/db/openForTest.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'

function open(file: string): WritableData {
  const db = openForTest(file)
  migrate(db, loadMigrations(join(import.meta.dirname, '../../drizzle/sqlite')), {
    backup: () => undefined,
    now: 0,
  })
  return createData(db)
}

const category = (id: string, name: string): Category => ({
  id,
  name,
  active: true,
  codeType: 'work',
  billType: 'billable',
  removed: false,
})

const names = (data: WritableData): string[] => data.list('category').map(({ name }) => name)

test('G14 what is remembered follows own writes, those that are taken back, and those of another process', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const [here, there] = [open(file), open(file)]
  const seen = (): string[] => here.remembering(() => names(here))
  expect(seen()).toEqual([])
  here.put('category', category('a', 'Support'))
  expect(seen()).toEqual(['Support'])
  there.put('category', category('a', 'Help'))
  expect(seen()).toEqual(['Help'])
  here.remembering(() => {
    here.db.exec('BEGIN')
    here.put('category', category('b', 'Travel'))
    expect(names(here)).toEqual(['Help', 'Travel'])
    here.db.exec('ROLLBACK')
    here.forget()
    expect(names(here)).toEqual(['Help'])
  })
  here.remove('category', 'a')
  expect(seen()).toEqual([])
})

test('G14 one answer is of one state, whatever another process commits meanwhile', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const [here, there] = [open(file), open(file)]
  const count = (data: WritableData) => data.get<{ n: number }>('SELECT count(*) AS n FROM category')?.n
  here.reading(() => {
    expect(names(here)).toEqual([])
    there.put('category', category('a', 'Support'))
    expect(count(here)).toBe(0)
  })
  expect(here.reading(() => count(here))).toBe(1)
  expect(here.db.inTransaction).toBe(false)
})

test('G14 a read that fails leaves nothing open behind it, and what is remembered cannot be changed by who got it', () => {
  const data = open(join(temporaryFolder(), 'daybook.db'))
  data.put('category', category('a', 'Support'))
  expect(() =>
    data.reading(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(data.db.inTransaction).toBe(false)
  const [first] = data.reading(() => data.list('category'))
  expect(() => Object.assign(first ?? {}, { name: 'Other' })).toThrow(TypeError)
})

test('G14 what is no part of nearly every request is remembered for one only', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const [here, there] = [open(file), open(file)]
  const gap: Gap = { id: 'g', timerId: 't', userId: 'u', cause: 'sleep', from: 0, to: 1000 }
  const to = (): number | undefined => here.find('gap', 'g')?.to
  here.put('gap', gap)
  here.remembering(() => {
    expect(to()).toBe(1000)
    here.put('gap', { ...gap, to: 2000 })
    expect(to()).toBe(2000)
    // Past this connection's back, and without a look at it: the same request sees the same gap.
    there.put('gap', { ...gap, to: 3000 })
    expect(to()).toBe(2000)
  })
  expect(here.remembering(to)).toBe(3000)
  // Past `put`, and by this very connection: nothing tells that, but the next request has not seen it yet.
  here.run('UPDATE gap SET to_at = 4000')
  expect(here.remembering(to)).toBe(4000)
  here.remove('gap', 'g')
  expect(here.remembering(to)).toBeUndefined()
})

test('G14 what the device knows by itself is remembered, and follows own writes, those that are taken back, and those of another', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const [here, there] = [open(file), open(file)]
  const seen = (): string | null => here.remembering(() => here.device('team'))
  expect(seen()).toBeNull()
  there.setDevice('team', 'theirs')
  expect(seen()).toBe('theirs')
  here.remembering(() => {
    expect(here.device('team')).toBe('theirs')
    here.setDevice('team', 'ours')
    expect(here.device('team')).toBe('ours')
    // Asked again and again within one request, so it is not read again.
    here.run("UPDATE device SET value = 'past its back' WHERE key = 'team'")
    expect(here.device('team')).toBe('ours')
  })
  here.setDevice('team', 'ours')
  here.remembering(() => {
    here.db.exec('BEGIN')
    here.setDevice('team', null)
    expect(here.device('team')).toBeNull()
    here.db.exec('ROLLBACK')
    here.forget()
    expect(here.device('team')).toBe('ours')
  })
  here.setDevice('team', null)
  expect(seen()).toBeNull()
})

test('A1 a change writes only what is another, however many kinds of changes there were', () => {
  const data = open(join(temporaryFolder(), 'daybook.db'))
  const names = ['Support', 'Travel', 'Sales']
  const [codes, bills] = [
    ['work', 'absence'],
    ['billable', 'nonBillable'],
  ] as const
  let is: Category = category('a', 'Support')
  data.insert('category', is)
  // Nobody else writes a row between: what is not said to be another stays as it stands.
  data.run("UPDATE category SET name = 'Written past it' WHERE id = 'a'")
  data.update('category', is, (is = { ...is, active: false }))
  expect(data.find('category', 'a')).toEqual({ ...is, name: 'Written past it' })
  data.put('category', is)
  const changes = data.get<{ n: number }>('SELECT total_changes() AS n')?.n
  data.update('category', is, { ...is })
  expect(data.get<{ n: number }>('SELECT total_changes() AS n')?.n).toBe(changes)
  for (let kind = 0; kind < 64; kind += 1) {
    const next: Category = {
      id: 'a',
      name: names[kind % 3] ?? '',
      active: kind % 2 === 0,
      codeType: codes[(kind >> 2) % 2] ?? 'work',
      billType: bills[(kind >> 3) % 2] ?? 'billable',
      removed: (kind >> 4) % 2 === 0,
    }
    data.update('category', is, next)
    is = next
    expect(data.find('category', 'a')).toEqual(is)
  }
  data.db.close()
})
