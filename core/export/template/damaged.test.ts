// Templates that are damaged in any place: filled, or refused with a sentence, and never an error of the program.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOf, rowsOf } from '../../../shared/contract/template.ts'
import { readZip } from '../../imports/read/zip.ts'
import { zipOf } from '../../testing/zipOf.ts'
import { fillTemplate } from './fillTemplate.ts'
import { writeSample } from './sampleTemplate.ts'

const KIND = 'userMonth'
const line = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, 1]))
const facts = {
  kind: KIND,
  currency: 'EUR',
  values: line(placesOf(KIND)),
  tables: Object.fromEntries(
    Object.entries(rowsOf(KIND)).map(([name, fields]) => [
      name,
      { count: 40, lines: () => Array.from({ length: 40 }, () => line(fields)) },
    ]),
  ),
} as const

const { signal } = new AbortController()
async function filled(bytes: Uint8Array): Promise<string> {
  const made = fillTemplate({ name: 'x.xlsx', bytes }, facts, { signal, onRow: () => undefined })
  if (!made.ok) return made.error.code
  let size = 0
  for await (const part of made.value as AsyncIterable<Buffer>) size += part.length
  return size > 0 ? 'filled' : 'nothing'
}

const sample = async (): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of writeSample(KIND, signal) as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

const NASTY = ['', '-1', '99999999999', 'NaN', 'A1:', "''", '#REF!', '<', '1e308', 'A0', 'XFE1', '__proto__']
const REFUSALS = /^(filled|template\..+|importFile\.bomb)$/

test('J6 J8 a template with changed bytes, values or texts is filled or refused', async () => {
  const bytes = await sample()
  const parts = readZip('x', bytes).map(({ name, read }) => [name, read().toString('utf8')] as const)
  expect(await filled(bytes)).toBe('filled')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1 }),
      async (changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        expect(await filled(changed)).toMatch(REFUSALS)
      },
    ),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.nat(parts.length - 1),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.constantFrom(...NASTY),
      async (index, where, value) => {
        const [name, text] = parts[index] ?? ['', '']
        const places = [...text.matchAll(/(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)/g)]
        const place = places[Math.floor(where * places.length)]
        if (place === undefined) return
        const changed = text.slice(0, place.index) + value + text.slice(place.index + place[0].length)
        expect(await filled(zipOf({ ...Object.fromEntries(parts), [name]: changed }))).toMatch(REFUSALS)
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
