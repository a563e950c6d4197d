// A field of what time is on comes through every door: the project here, and a made-up one in a copy of the project, to which
// nothing is added but its line, its column as `npm run schema` makes it, and its words.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Carried } from './carriesSubject.ts'
import { carriesSubject, FLAGGED } from './carriesSubject.ts'
import { LANGUAGES } from '../shared/base/languages.ts'
import { LONG } from './size.ts'

vi.setConfig({ testTimeout: 600_000 })

const root = join(import.meta.dirname, '..')

/** The field where it is held, and its name where one is shown. */
const lostAt = (carried: Carried, held: unknown): string[] =>
  Object.entries(carried).flatMap(([door, value]) =>
    value === true || JSON.stringify(value) === JSON.stringify(held) ? [] : [door],
  )

test('A14 B12 G4 a project comes through every door: recents, tray, quick timer, drafts, search, gaps, workbooks', async () => {
  let projectId = ''
  const carried = await carriesSubject('projectId', async (f) => {
    const made = await f.ok('project.add', { customerId: f.acme, name: 'Website' })
    projectId = made.projectId
    return { value: projectId, name: `${made.code} Website`, typed: made.code }
  })
  expect(lostAt(carried, projectId)).toEqual([])
  expect(Object.keys(carried).length).toBeGreaterThan(20)
})

test('A25 tags come through every door, in their order', async () => {
  const value: string[] = []
  const carried = await carriesSubject('tagIds', async (f) => {
    for (const name of ['Urgent', 'On site']) value.push((await f.ok('tag.add', { name })).tagId)
    await f.ok('tag.edit', { tagId: value[1] ?? '', colour: 'pink' })
    return { value: value.slice(0, 1), name: 'Urgent' }
  })
  expect(lostAt(carried, value.slice(0, 1))).toEqual([])
})

test('J19 a reference comes through every door', async () => {
  const carried = await carriesSubject('reference', async () => ({ value: 'ZD-4711', name: 'ZD-4711' }))
  expect(lostAt(carried, 'ZD-4711')).toEqual([])
})

test('D3 E3 whether it is billable comes through every door', async () => {
  expect(lostAt(await carriesSubject('billable', async () => FLAGGED), true)).toEqual([])
})

/** What somebody does who adds a field of each kind: its line, and the words that the compiler asks for. */
const LINES: readonly (readonly [file: string, after: string, line: string])[] = [
  [
    'shared/entities/subject.ts',
    "  projectId: one('project', { of: 'customerId', coded: true }),\n",
    "  payerId: one('customer', {}),\n  skillIds: some('tag'),\n  order: text(100),\n  gift: flag(),\n",
  ],
  [
    'cli/subjectOptions.ts',
    "Project' },\n",
    "  payer: { value: 'NAME', help: 'who pays for it', title: 'Payer' },\n  skill: { value: 'NAME', help: 'what it asks for', title: 'Skills' },\n  order: { value: 'TEXT', help: 'its order', title: 'Order' },\n  gift: { value: '', help: 'it is given', not: 'it is not given', title: 'Gift' },\n",
  ],
  // Its words, in each language; which they are, nothing here asks.
  ...LANGUAGES.flatMap((language): [string, string, string][] => [
    [
      `core/export/words/${language}.ts`,
      '  columns: {\n',
      "    payer: 'Payer',\n    skill: 'Skills',\n    order: 'Order',\n    gift: 'Gift',\n",
    ],
    [
      `renderer/text/${language}/common.ts`,
      'subject: {',
      " payer: 'Payer', skill: 'Skills', order: 'Order', gift: 'Gift',",
    ],
    [`renderer/text/${language}/common.ts`, 'unsaid: {', " gift: 'No',"],
  ]),
  // What is so while nobody says.
  [
    'core/facts/flags.ts',
    'FLAG_ON: Record<FlagPart, (data: Data) => FlagOn> = {\n',
    '  gift: () => (of) => of.gift === true,\n',
  ],
]

// A minute of the compiler: each night, as what it finds is found by whoever adds a field.
test.runIf(LONG)(
  'a made-up field of each kind comes through every door of a copy that has its line, its column and its words',
  () => {
    const copy = mkdtempSync(join(tmpdir(), 'daybook-subject-'))
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
    const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
    for (const path of ['shared', 'core', 'cli', 'electron', 'host', 'renderer', 'drizzle', 'scripts/schema'])
      cpSync(join(root, path), join(copy, path), { recursive: true, filter: (from) => !isTest(from) })
    for (const path of [
      'package.json',
      'drizzle.config.ts',
      'tsconfig.base.json',
      'hostile/carriesSubject.ts',
      '.prettierrc.json',
    ])
      cpSync(join(root, path), join(copy, path))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const node = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
      expect(`${status === 0 ? '' : stdout}${status === 0 ? '' : stderr}`).toBe('')
      return stdout
    }
    for (const [file, after, line] of LINES) {
      const text = readFileSync(join(copy, file), 'utf8')
      expect(text.split(after), `${file} has ${after} once`).toHaveLength(2)
      writeFileSync(join(copy, file), text.replace(after, `${after}${line}`))
    }
    node('scripts/schema/schema.ts', 'payer')
    for (const program of ['shared', 'core', 'cli', 'electron', 'host', 'renderer'])
      node(join('node_modules', 'typescript', 'bin', 'tsc'), '-b', program)
    const fields = ['payerId', 'skillIds', 'order', 'gift']
    const carried = JSON.parse(node('hostile/carriesSubject.ts', ...fields)) as Record<string, Carried>
    const lost = fields.map((field) => {
      const of = carried[field] ?? {}
      const [held] = Object.values(of)
      expect(JSON.stringify(held)).toMatch(/ID\d+|Order 17|true/)
      return lostAt(of, held)
    })
    expect(lost).toEqual([[], [], [], []])
  },
)
