import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checksum } from './checksum.ts'

test('G1 the checksum of known texts is that of FNV-1a', () => {
  expect(['', 'a', 'foobar'].map((text) => checksum(text).toString(16))).toEqual([
    '811c9dc5',
    'e40c292c',
    'bf9cf968',
  ])
})

test('G1 one changed unit of a text always changes its checksum', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 0xffff }), (before, place, bits) => {
      const at = place % before.length
      const changed = String.fromCharCode(before.charCodeAt(at) ^ bits)
      expect(checksum(before.slice(0, at) + changed + before.slice(at + 1))).not.toBe(checksum(before))
    }),
  )
})
