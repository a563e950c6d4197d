// A statement is compiled once: not again for each value that it is given. Who only reads has none that writes.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compiled } from '../testing/db/compiled.ts'
import { openForTest } from '../testing/db/openForTest.ts'
import { createStatements } from './statements.ts'

test('G14 a query that sorts is compiled once, whatever values it is given', async () => {
  const db = openForTest(':memory:')
  db.exec("CREATE TABLE note (day TEXT, at INTEGER); INSERT INTO note VALUES ('a', 2), ('a', 1), ('b', 3)")
  const { all, get } = createStatements(db)
  const ofDay = (day: string): unknown[] => all('SELECT at FROM note WHERE day = +? ORDER BY at', day)
  const last = (day: string): unknown =>
    get('SELECT at FROM note WHERE day = +? ORDER BY at DESC LIMIT 1', day)
  expect(ofDay('a')).toEqual([{ at: 1 }, { at: 2 }])
  expect(last('a')).toEqual({ at: 2 })
  expect(
    await compiled(() => {
      expect(ofDay('b')).toEqual([{ at: 3 }])
      expect(last('b')).toEqual({ at: 3 })
      expect(ofDay('none')).toEqual([])
    }),
  ).toBe(0)
})

test('G14 no query that sorts is written so that it is compiled for each value', () => {
  const core = join(import.meta.dirname, '..')
  const texts = globSync('**/*.ts', { cwd: core })
    .filter((path) => !path.endsWith('.test.ts') && !path.startsWith('testing'))
    .flatMap((path) =>
      // A text between quotes or backticks, with what is put into it.
      [...readFileSync(join(core, path), 'utf8').matchAll(/`[^`]*`|'[^'\n]*'|"[^"\n]*"/g)].map(
        ([text]) => [path, text] as const,
      ),
    )
    .filter(([, text]) => text.includes('ORDER BY'))
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter(([, text]) => / = \?/.test(text))).toEqual([])
})

test('what gives rows and writes is refused to whoever reads', () => {
  const db = openForTest(':memory:')
  db.exec('CREATE TABLE note (day TEXT)')
  const { all, get, each, run } = createStatements(db)
  run("INSERT INTO note VALUES ('a')")
  const taken = 'DELETE FROM note RETURNING day'
  for (const read of [all, get, each]) expect(() => read(taken)).toThrow(`this writes: ${taken}`)
  expect([...each('SELECT day FROM note')]).toEqual([{ day: 'a' }])
})
