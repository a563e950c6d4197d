// Guards the icon containers: what they say about their pictures is where the pictures are.
import { expect, test } from 'vitest'
import { icns, ico } from './containers.ts'

const pictures = [16, 256, 512].map((size) => ({ size, png: Buffer.from(`picture of ${size}`) }))

test('an .ico leads to each of its pictures', () => {
  const file = ico(pictures.slice(0, 2))
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 2])
  const found = [6, 22].map((at) => {
    const from = file.readUInt32LE(at + 12)
    return [file.readUInt8(at), file.toString('ascii', from, from + file.readUInt32LE(at + 8))]
  })
  expect(found).toEqual([
    [16, 'picture of 16'],
    [0, 'picture of 256'],
  ])
})

test('an .icns holds each picture under the types of its size, and knows its own length', () => {
  const file = icns(pictures)
  expect(file.toString('ascii', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const blocks: [string, string][] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const end = at + file.readUInt32BE(at + 4)
    blocks.push([file.toString('ascii', at, at + 4), file.toString('ascii', at + 8, end)])
  }
  expect(blocks).toEqual([
    ['ic13', 'picture of 256'],
    ['ic08', 'picture of 256'],
    ['ic14', 'picture of 512'],
    ['ic09', 'picture of 512'],
  ])
})
