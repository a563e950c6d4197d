// Everything that ships has a licence that About can show.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { licencesOf } from './licences.ts'

test('About shows the licence of each package that ships, and of Electron', () => {
  const licences = licencesOf(join(import.meta.dirname, '..', '..'))
  const names = licences.map(({ name }) => name)
  for (const name of ['electron', 'react', 'better-sqlite3', 'electron-updater', '@mantine/core'])
    expect(names).toContain(name)
  const noto = licences.find(({ name }) => name === '@expo-google-fonts/noto-sans')
  expect(noto?.text).toContain('SIL OPEN FONT LICENSE')
  expect(names).not.toContain('vitest')
  expect(licences.filter(({ licence }) => licence === 'unknown')).toEqual([])
  expect(licences.find(({ name }) => name === 'react')?.text).toContain('MIT License')
})
