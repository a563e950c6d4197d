// One order of names everywhere (K9): letters with accents stand beside their letter, and nobody sorts in another way.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareNames } from './nameOrder.ts'

test('K9 accents, capitals and numbers stand where people look for them', () => {
  const names = ['Zander', 'Ärzte', 'Öl 10', 'Öl 9', 'arzt', 'Ołów', 'Étoile', 'Eule', 'ästhet']
  expect(names.toSorted(compareNames)).toEqual([
    'arzt',
    'Ärzte',
    'ästhet',
    'Étoile',
    'Eule',
    'Öl 9',
    'Öl 10',
    'Ołów',
    'Zander',
  ])
})

test('K9 no list sorts names in another way', () => {
  const root = join(import.meta.dirname, '../..')
  const sources = globSync('{shared,core,host,cli,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$|[\\/]testing[\\/]/.test(file),
  )
  const otherwise = sources.filter((file) =>
    /\.localeCompare\(|COLLATE NOCASE|ORDER BY[^'"`]*\bname\b/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(300)
  expect(otherwise).toEqual([])
})
