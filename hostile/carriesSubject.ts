// Sends one field of what time is on through every door of the application, and says what came out at each: the id, and the name
// where one is shown. Run by itself it prints the answer for a field that only its own copy of the project knows.
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from '../cli/session.ts'
import type { ArgsOf } from '../shared/contract/contract.ts'
import { subjectCells, subjectFrom } from '../cli/subject.ts'
import { addSubjectOptions } from '../cli/subjectOptions.ts'
import { exportTo } from '../core/testing/export/exportTo.ts'
import { readBack } from '../core/testing/export/readBack.ts'
import type { Firm } from '../core/testing/testApp.ts'
import { openFirm } from '../core/testing/testApp.ts'
import type { ActDeps } from '../electron/timerActs.ts'
import { createActs } from '../electron/timerActs.ts'
import type { TrayActs } from '../electron/trayMenu.ts'
import { trayMenu } from '../electron/trayMenu.ts'
import { gapRequest, newGapDraft } from '../renderer/features/timer/gapAnswer.ts'
import { quickChoices } from '../renderer/features/timer/quickChoices.ts'
import { chosenSubject, subjectArgs } from '../renderer/ui/fields/subjectChoice.ts'
import type { Subject, SubjectNames } from '../shared/entities/subject.ts'
import { sessionName, SUBJECT, subjectOf } from '../shared/entities/subject.ts'
import { shellEn } from '../shared/text/shell.en.ts'

const HOUR_MS = 3_600_000

/** What each door gave back: the id that the field held there, and what the session was called. */
export type Carried = Record<string, unknown>

/** What the field is to hold, what that is called, how it is typed on a command line, and how tables there and in workbooks show it. */
export type Held = { value: unknown; name: string; typed?: string; cell?: string }

/** A flag has no name: where others show theirs, its column says yes. */
export const FLAGGED: Held = { value: true, name: '', cell: 'yes' }

export async function carriesSubject(field: string, make: (firm: Firm) => Promise<Held>): Promise<Carried> {
  const f = await openFirm('2026-03-03 08:00')
  const entry = SUBJECT.find((one) => one.field === field)
  if (entry === undefined) throw new Error(`no field ${field}`)
  const { value, name, typed = name, cell = name } = await make(f)
  const on: Subject = subjectOf({ customerId: f.acme, categoryId: f.support, [field]: value })
  const held = (of: object | undefined): unknown => (of as Record<string, unknown> | undefined)?.[field]
  const called = (of: SubjectNames): boolean => sessionName(of, '').includes(name)
  const state = () => f.ok('timer.state', {})
  const running = async () => (await state()).timers[0]
  const carried: Carried = {}

  const { timerId } = await f.ok('timer.start', { ...on, note: 'carried along' })
  carried['start'] = held(await running())
  const refused = await f.refused('timer.start', on)
  carried['a refusal names it'] = refused.details?.timers?.every(called)
  await f.ok('timer.edit', { timerId, [field]: entry.empty })
  carried['edit clears it'] = JSON.stringify(held(await running())) === JSON.stringify(entry.empty)
  await f.ok('timer.edit', { timerId, [field]: value })
  carried['edit'] = held(await running())
  f.clock.advance(HOUR_MS)
  const preview = await f.ok('timer.stopPreview', { timerId })
  carried['the note on stop'] = held(preview.timer)
  carried['the note on stop names it'] = called(preview.timer)
  const { entryIds } = await f.ok('timer.stop', { timerId, dialog: false })
  const recorded = await f.ok('entry.get', { entryId: entryIds[0] ?? '' })
  carried['the entry'] = held(recorded)
  carried['the entry names it'] = called(recorded)
  carried['the form of the entry'] = held(subjectArgs(chosenSubject(recorded)))
  carried['a table of the command line'] = subjectCells(recorded).join(' ').includes(cell)
  await f.ok('entry.edit', { entryId: recorded.id, [field]: entry.empty })
  const edited = await f.ok('entry.edit', { entryId: recorded.id, [field]: value })
  carried['a corrected entry'] = held(await f.ok('entry.get', { entryId: edited.entryIds[0] ?? '' }))

  const [found] = (await f.ok('entry.search', { text: 'carried' })).rows
  carried['search'] = held(found)
  carried['search names it'] = found !== undefined && called(found)
  const filter = Object.fromEntries(
    entry.kind === 'plain' && entry.type === 'text' ? [] : [[field.replace(/Ids$/, 'Id'), [value].flat()[0]]],
  )
  const listed = await f.ok('customer.entries', { customerId: f.acme, ...filter })
  carried['the filter of a list'] = held(listed.rows[0])
  const words = { text: 'carried', ...filter } as ArgsOf<'entry.search'>
  carried['the filter of the search'] = held((await f.ok('entry.search', words)).rows[0])
  const recents = await f.ok('timer.recents', {})
  carried['recents'] = held(recents[0])
  carried['the quick timer finds it by name'] = held(quickChoices(recents, name, [])[0])
  carried['continue last'] = await continued(f, held)
  carried['the tray'] = held(await switchedInTray(f, recents))
  const menu = trayMenu({ state: await state(), recents, usable: true, unsent: 0 }, NO_ACTS, shellEn)
  carried['the tray names it'] = menu.some(({ label = '' }) => label.includes(name))

  const current = (await running())?.id ?? ''
  f.clock.advance(HOUR_MS)
  await f.ok('timer.discard', { timerId: current })
  const [draft] = await f.ok('draft.list', {})
  carried['a draft'] = held(draft)
  carried['a draft names it'] = draft !== undefined && called(draft)
  await f.ok('draft.restore', { draftId: draft?.id ?? '' })
  carried['a draft that comes back'] = held(await running())
  const ended = await f.ok('timer.record', { timerId: current })
  carried['a draft that is recorded'] = held(await f.ok('entry.get', { entryId: ended.entryIds[0] ?? '' }))

  carried['a gap given to it'] = held(await givenGap(f, recents[0] ?? null))
  carried['the options of the command line'] = await read(
    f,
    typed === '' ? [`--${entry.part}`] : [`--${entry.part}`, typed],
    held,
  )
  carried['a workbook'] = await inWorkbook(f, cell)
  await f.app.close()
  return carried
}

const NO_ACTS: TrayActs = {
  stop: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  switchTo: () => undefined,
  start: () => undefined,
  continueLast: () => undefined,
  open: () => undefined,
  diary: () => undefined,
  quit: () => undefined,
}

async function continued(f: Firm, held: (of: object | undefined) => unknown): Promise<unknown> {
  const { timerId } = await f.ok('timer.continueLast', {})
  const timer = (await f.ok('timer.state', {})).timers.find(({ id }) => id === timerId)
  f.clock.advance(HOUR_MS)
  await f.ok('timer.stop', { timerId, dialog: false })
  return held(timer)
}

/** A click on the first of what the tray can switch to. */
async function switchedInTray(f: Firm, recents: Awaited<ReturnType<typeof recentsOf>>) {
  // Of the desktop it needs the application alone here; nothing is shown.
  const acts = createActs({} as never, { app: f.app, log: f.ports.log } as unknown as ActDeps)
  const [recent] = recents
  const started = new Promise<void>((resolve) => {
    const end = f.app.subscribe((event) => {
      if (event.type !== 'changed') return
      end()
      resolve()
    })
  })
  if (recent !== undefined) acts.switchTo(recent)
  await started
  return (await f.ok('timer.state', {})).timers[0]
}
const recentsOf = (f: Firm) => f.ok('timer.recents', {})

/** Half of an hour that nobody watched goes to what was worked on last. */
async function givenGap(f: Firm, recent: Awaited<ReturnType<typeof recentsOf>>[number] | null) {
  await f.ok('timer.start', { customerId: f.globex, categoryId: f.meeting })
  f.clock.advance(HOUR_MS)
  f.app.noteAbsence('sleep', f.clock.now() - HOUR_MS / 2, f.clock.now())
  const [gap] = (await f.ok('timer.state', {})).gaps
  if (gap === undefined || recent === null) return undefined
  const draft = { ...newGapDraft(gap), choice: 'giveTo' as const, subject: chosenSubject(recent) }
  const { entryIds } = await f.ok('gap.resolve', gapRequest(gap, draft))
  return f.ok('entry.get', { entryId: entryIds[0] ?? '' })
}

async function read(f: Firm, said: string[], held: (of: object) => unknown): Promise<unknown> {
  const typed = ['--customer', 'Acme', '--category', 'Support', ...said]
  const options = addSubjectOptions(new Command()).parse(typed, { from: 'user' }).opts()
  return held(await subjectFrom({ ask: f.ok } as unknown as Session, options, false))
}

async function inWorkbook(f: Firm, name: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-carries-'))
  try {
    const path = join(folder, 'day.xlsx')
    await exportTo(f, { kind: 'day', userId: f.ana, date: '2026-03-03' }, path)
    const { sheets } = await readBack(path)
    return JSON.stringify(sheets.map(({ records }) => records)).includes(name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made: Record<'one' | 'some' | 'text' | 'flag', (f: Firm) => Promise<Held>> = {
    one: async (f) => ({
      value: (await f.ok('customer.add', { name: 'Initech' })).customerId,
      name: 'Initech',
    }),
    some: async (f) => ({ value: [(await f.ok('tag.add', { name: 'Urgent' })).tagId], name: 'Urgent' }),
    text: async () => ({ value: 'Order 17', name: 'Order 17' }),
    flag: async () => FLAGGED,
  }
  const all: Record<string, Carried> = {}
  for (const field of process.argv.slice(2)) {
    const entry = SUBJECT.find((one) => one.field === field)
    const kind = entry?.kind === 'plain' ? entry.type : (entry?.kind ?? 'one')
    all[field] = await carriesSubject(field, made[kind])
  }
  console.log(JSON.stringify(all))
}
