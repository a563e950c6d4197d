// What a noun is, it says itself (shared/entities): nobody else keeps a list of nouns by name, which the next noun would be missing from.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ENTITY_NAMES } from '../shared/entities/registry.ts'

const ROOT = join(import.meta.dirname, '..')

/** Lists that say something else, and why no noun can be missing from them. */
const REASONS: Readonly<Record<string, string>> = {
  'shared/contract/': 'what each query reads, which core/queries/reads.test.ts holds to what it does read',
  'renderer/channel/reads.ts': 'the same, written by npm run schema and checked',
  'shared/text/keepsName.ts': 'what the nouns say, written by npm run schema and checked',
  'shared/entities/registry.ts': 'the registry',
  'shared/entities/rate.ts':
    'the levels of a rate: a field’s values, from the most general to the most specific',
  'shared/rules/billing.ts': 'which level of a rate goes first: a decision about money',
  'shared/entities/pastSetting.ts':
    'whose settings keep their past: a field’s values, checked against its schemas',
  'core/verify/record.ts': 'which lines without a trail no figure rests on: the sample’s journal and tasks',
  'renderer/features/settings/RatesSettings.tsx': 'the levels of a rate, in the order of the page',
  'renderer/features/diary/ClosingCheck.tsx':
    'the kinds of what is odd in a period, in the order of the page',
  'shared/rules/guards.ts': 'C13 and C14: one guard, said of both codes of an assignment',
  'core/facts/placement.ts': 'the two places that an assignment gives',
  'core/export/sheets/entriesSheet.ts': 'their two columns',
  'cli/officeCommands.ts': 'their two commands, which take the same options',
  'renderer/features/entries/entryColumns.tsx': 'by which columns a list is sorted from A on',
  'renderer/features/cases/CaseSide.tsx': 'what the time of a case is on anyway: the case and its customer',
  'renderer/features/cases/CaseTime.tsx': 'the same',
  'shared/rules/imports/layouts.ts': 'what other tools call their columns, which are no nouns of ours',
  'electron/timerWatch.ts': 'what the tray shows, which asks no query',
}

const noun = `'(?:${ENTITY_NAMES.join('|')})'`
/** Two or more names side by side as values, or one thing asked to be one of several. */
const LISTS = [
  new RegExp(`\\[\\s*${noun}(?:,\\s*${noun})+`),
  new RegExp(`(\\w+(?:\\.\\w+)?) === ${noun} \\|\\|\\s+\\1 === ${noun}`),
]

const files = ['shared', 'core', 'electron', 'host', 'cli', 'renderer'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\/dist\//.test(file)),
)
const holdsList = (file: string): boolean => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return LISTS.some((list) => list.test(text))
}
const reasonOf = (file: string): string | undefined =>
  Object.keys(REASONS).find((place) => file.startsWith(place))

test('no list of nouns by name stands outside the registry, but the few with a reason', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => reasonOf(file) === undefined && holdsList(file))).toEqual([])
})

test('each of these reasons is still needed', () => {
  const used = new Set(files.filter(holdsList).map(reasonOf))
  const unused = Object.keys(REASONS).filter(
    (place) => !used.has(place) && place !== 'shared/entities/registry.ts',
  )
  expect(unused).toEqual([])
})

test.each([
  `['timer', 'timeEntry']`,
  `new Set(['task',\n  'journalEntry'])`,
  `entity === 'user' || entity === 'rate'`,
])('a planted list is seen: %s', (text) => {
  expect(LISTS.some((list) => list.test(text))).toBe(true)
})
