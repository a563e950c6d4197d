// Search in notes through the Channel: what is found, by whom, in which order, and that it equals a recount whatever was done.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createData } from './db/data.ts'
import { indexNotes, markNotesStale } from './derived/notes.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import { at, openFirm, openTestApp } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'
import { noteFindings } from './verify/notes.ts'

async function firm(dataDir: string | null = null): Promise<Firm> {
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  onTestFinished(() => f.app.close())
  return f
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'daybook-search-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }))
  return made
}

const add = async (
  f: Firm,
  start: string,
  note: string,
  over: { userId?: string; customerId?: string } = {},
) => {
  const startAt = at(start)
  const { entryIds } = await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt,
    endAt: startAt + 60_000,
    note,
    ...over,
  })
  return entryIds[0] ?? ''
}

const notes = async (f: Firm, text: string, over: object = {}): Promise<string[]> =>
  (await f.ok('entry.search', { text, ...over })).rows.map(({ note }) => note)

test('notes are found by words, beginnings, phrases, without accents and case; the newest session first', async () => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'Größe der Tür gemessen')
  await add(f, '2026-03-17 09:00', 'Door of the café painted')
  await add(f, '2026-03-18 09:00', 'Painted the door\nof the office')
  await add(f, '2026-03-18 11:00', '')
  expect(await notes(f, 'DOOR')).toEqual(['Painted the door\nof the office', 'Door of the café painted'])
  expect(await notes(f, 'cafe door')).toEqual(['Door of the café painted'])
  expect(await notes(f, 'gro tur')).toEqual([])
  expect(await notes(f, 'tur GRÖSSE')).toEqual(['Größe der Tür gemessen'])
  expect(await notes(f, 'tur grö')).toEqual(['Größe der Tür gemessen'])
  expect(await notes(f, '"the door"')).toEqual(['Painted the door\nof the office'])
  expect(await notes(f, 'paint the doo')).toEqual([])
  expect(await notes(f, 'painted off')).toEqual(['Painted the door\nof the office'])
  expect(await notes(f, 'doo ')).toEqual([])
  const [first] = (await f.ok('entry.search', { text: 'cafe' })).rows
  expect(first).toMatchObject({ userName: 'Ana Weber', customerName: 'Acme', categoryName: 'Support' })
  expect(first?.marks.map(({ from, to }) => first.note.slice(from, to))).toEqual(['café'])
})

test.each([
  ['ss for ß', 'Besuch in der Straße 5', ['strasse', 'STRASSE', 'straße 5'], ['strase']],
  ['l for ł', 'Złoty i Łódź', ['zloty', 'lodz', 'łódź'], ['zoty']],
  ['o for ø', 'København på Sjælland', ['kobenhavn', 'sjaelland'], []],
  ['е for ё', 'Ещё один отчёт', ['еще', 'отчет', 'отчёт'], []],
  ['Greek without tonos', 'Συνάντηση στις 10', ['συναντηση', 'ΣΥΝΆΝΤΗΣΗ', 'στισ'], []],
  ['Hebrew points', 'שָׁלוֹם לכולם', ['שלום'], []],
  ['a word inside Japanese', '定例会議の準備', ['会議', '会議の準備', '定例'], ['議会']],
  ['a word inside Chinese', '与客户讨论合同条款', ['合同', '客户讨论'], ['同合']],
  ['half-width kana', 'ﾊﾞｯｸｱｯﾌﾟ済み', ['バックアップ'], []],
  ['Thai', 'ประชุมกับลูกค้า', ['ลูกค้า'], []],
  ['Korean', '회의록 작성', ['회의록'], []],
  [
    'a number inside a version',
    'Release v2.10.3 shipped',
    ['2.10', 'v2.10', 'v2.10.3', '10.3'],
    ['2.1 ', '2.11', '3.10'],
  ],
  ['plus signs as written', 'Ported to C++ and C#, not C', ['c++', 'C#', 'c++ c#'], ['c+++', 'c##']],
  ['an address', 'Mail from ana@acme.example', ['ana@acme', 'acme.example', 'ana@'], ['ana.acme']],
  ['a ticket', 'Fixed #4711 (urgent!)', ['#4711', '4711', 'urgent', '(urgent'], ['#471 ']],
  ['the end of a sentence', 'Called back. Done, at last', ['back', '"back done"', 'done,'], []],
])('K10 %s', async (_, note, found, not) => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', note)
  for (const text of found.flatMap((one) => [one, `${one} `])) {
    const { rows } = await f.ok('entry.search', { text })
    expect(
      rows.map((row) => row.note),
      text,
    ).toEqual([note])
    expect(rows[0]?.marks.length, text).toBeGreaterThan(0)
  }
  for (const text of not) expect(await notes(f, text), text).toEqual([])
})

test('K10 c++ does not find everything with a c, and a mark is what was written', async () => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'Plain C, vitamin c, and chores')
  await add(f, '2026-03-19 10:00', 'Wrote C++ all day')
  const { rows } = await f.ok('entry.search', { text: 'c++' })
  expect(rows.map(({ note, marks }) => marks.map(({ from, to }) => note.slice(from, to)))).toEqual([['C++']])
})

test.each([
  '',
  ' ',
  '"',
  '""',
  '*',
  '-',
  '- -',
  '(',
  'NEAR(',
  'a AND',
  '\0',
  'x\0"',
  '^',
  ':',
  'note:',
  '{note}',
  "'",
  '🙂',
  '\ud800',
])('what looks like syntax is only text: %j', async (text) => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'plain')
  expect(await f.ok('entry.search', { text })).toMatchObject({ rows: [], next: null, complete: true })
})

test('words of the search’s own language are found as words', async () => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'near the user_id, NOT this OR that: 5" - a*b')
  for (const text of ['NEAR', 'NOT this', 'OR', 'user_id', 'a*b', '5"', '"a*b"', 'user_id:', 'this -- that'])
    expect(await notes(f, text), text).toHaveLength(1)
  // Only in the note: whose it is does not count as a word of it.
  expect(await notes(f, f.ana)).toEqual([])
})

test.each(['\0', 'a"b', '"', 'a OR b', 'a\0b'])('an id that nobody has finds nothing: %j', async (id) => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'plain')
  expect(await notes(f, 'plain', { customerId: id })).toEqual([])
})

test('a deleted entry is found no more, an undo brings it back, a corrected note is found by its new words', async () => {
  const f = await firm()
  const entryId = await add(f, '2026-03-19 09:00', 'alpha')
  const removed = await f.reply('entry.remove', { entryId })
  expect(await notes(f, 'alpha')).toEqual([])
  await f.ok('change.undo', { commitId: removed.ok ? (removed.commitId ?? '') : '' })
  expect(await notes(f, 'alpha')).toEqual(['alpha'])
  await f.ok('entry.edit', { entryId, note: 'beta' })
  expect([await notes(f, 'alpha'), await notes(f, 'beta')]).toEqual([[], ['beta']])
  await f.ok('entry.edit', { entryId, note: '' })
  expect(await notes(f, 'beta')).toEqual([])
})

test('pages follow each other without a gap, also within one second; customer and user narrow it', async () => {
  const f = await firm()
  await f.ok('organisation.edit', { overlaps: 'flag' })
  const startAt = at('2026-03-19 09:00')
  for (let n = 0; n < 7; n += 1)
    await f.ok('entry.add', {
      customerId: n % 2 ? f.acme : f.globex,
      categoryId: f.support,
      startAt: startAt + n * 100,
      endAt: startAt + 60_000 + n,
      note: `page ${n}`,
    })
  const seen: string[] = []
  let before: number | null = Number.MAX_SAFE_INTEGER
  while (before !== null) {
    const page: Awaited<ReturnType<typeof f.ok<'entry.search'>>> = await f.ok('entry.search', {
      text: 'page',
      limit: 2,
      before,
    })
    seen.push(...page.rows.map(({ note }) => note))
    before = page.next
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `page ${n}`))
  expect(await notes(f, 'page', { customerId: f.acme })).toEqual(['page 5', 'page 3', 'page 1'])
  expect(await notes(f, 'page', { userId: 'nobody' })).toEqual([])
})

test('E6 what is found says which meeting its time comes from', async () => {
  const f = await firm()
  await add(f, '2026-03-19 09:00', 'Review of the door')
  const { meetingId } = await f.ok('meeting.add', {
    title: 'Review',
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-19 10:00'),
    endAt: at('2026-03-19 11:00'),
    logged: true,
  })
  const { rows } = await f.ok('entry.search', { text: 'review' })
  expect(rows.map((row) => row.meetingId)).toEqual([meetingId, null])
})

test('an employee finds only their own time, and may not ask for another’s', async () => {
  const f = await firm()
  const { userId } = await f.ok('user.add', { name: 'Eve Stone', role: 'employee' })
  await add(f, '2026-03-19 09:00', 'secret of Ana')
  await add(f, '2026-03-19 10:00', 'secret of Eve', { userId })
  expect(await notes(f, 'secret')).toHaveLength(2)
  expect(await notes(f, 'secret', { userId })).toEqual(['secret of Eve'])
  await f.ok('session.switchUser', { userId })
  expect(await notes(f, 'secret')).toEqual(['secret of Eve'])
  expect(await f.refused('entry.search', { text: 'secret', userId: f.ana })).toMatchObject({
    code: 'request.notPermitted',
  })
})

test('what is not in the search yet comes in turn by turn, and what changes meanwhile counts once', async () => {
  const dataDir = folder()
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  const ids = [await add(f, '2026-03-17 09:00', 'late one'), await add(f, '2026-03-18 09:00', 'late two')]
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  onTestFinished(() => closeDatabase(data.db))
  markNotesStale(data)
  expect(await f.ok('entry.search', { text: 'late' })).toMatchObject({ rows: [], complete: false })
  await f.ok('entry.edit', { entryId: ids[0] ?? '', note: 'late one more' })
  await f.ok('entry.remove', { entryId: ids[1] ?? '' })
  await add(f, '2026-03-19 09:00', 'late three')
  while (indexNotes(data));
  expect(await f.ok('entry.search', { text: 'late' })).toMatchObject({
    rows: [{ note: 'late three' }, { note: 'late one more' }],
    complete: true,
  })
  expect([...noteFindings(data)]).toEqual([])
  markNotesStale(data)
  await f.app.close()
  // The next start brings it in by itself.
  const again = await openTestApp('2026-03-20 10:00', { dataDir })
  onTestFinished(() => again.app.close())
  expect((await again.ok('entry.search', { text: 'late' })).rows).toHaveLength(2)
})

type Act = { kind: 'add' | 'edit' | 'remove' | 'undo'; which: number; second: number; note: string }
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('add', 'add', 'edit', 'remove', 'undo'),
  which: fc.nat(30),
  second: fc.nat(3),
  note: fc.constantFrom('', 'one', 'one two', 'Zwei Wörter', 'three  one'),
})

test('the search equals a recount, whatever was added, corrected, deleted and undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'daybook-search-'))
      const f = await openFirm('2026-03-20 09:00', { dataDir })
      const entries: string[] = []
      const commits: string[] = []
      for (const { kind, which, second, note } of acts) {
        const startAt = at('2026-03-19 09:00') + second * 1000
        const entryId = entries[which % Math.max(1, entries.length)] ?? ''
        const span = { startAt, endAt: startAt + 60_000 }
        const reply =
          kind === 'add'
            ? await f.reply('entry.add', { ...span, customerId: f.acme, categoryId: f.support, note })
            : kind === 'edit'
              ? await f.reply('entry.edit', { ...span, entryId, note })
              : kind === 'remove'
                ? await f.reply('entry.remove', { entryId })
                : await f.reply('change.undo', {
                    commitId: commits[which % Math.max(1, commits.length)] ?? '',
                  })
        if (!reply.ok) continue
        if (reply.commitId !== undefined) commits.push(reply.commitId)
        if (reply.value !== null && 'entryIds' in reply.value) entries.push(...reply.value.entryIds)
      }
      await f.app.close()
      const db = openDatabase(join(dataDir, 'daybook.db'), { readonly: true })
      const found = [...noteFindings(createData(db))]
      db.close()
      rmSync(dataDir, { recursive: true, force: true })
      expect(found).toEqual([])
    }),
    { numRuns: 15 },
  )
})
