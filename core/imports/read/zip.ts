// The directory of a zip, looked at before anything in it is unpacked: what would fill the memory is refused by what it says of itself, and
// what lies about that stops at the size it said.
import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './refusal.ts'

export type ZipEntry = {
  name: string
  size: number
  read(): Buffer
  /** As it lies there: what is too large to be unpacked at once is unpacked as it is read. */
  packed(): Buffer
}

const MOST_UNPACKED = 512 * 1024 * 1024
const MOST_RATIO = 200
/** Below it the ratio says nothing: a page of blanks packs well. */
const SMALL = 16 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50

export function readZip(name: string, bytes: Buffer, most = MOST_UNPACKED): ZipEntry[] {
  const broken = (): Unreadable => new Unreadable('importFile.broken', name, { line: 0 })
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END)
    throw new Unreadable('importFile.cutOff', name, { line: 0 })
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  let unpacked = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken()
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('importFile.protected', name)
    const method = bytes.readUInt16LE(at + 10)
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const [nameLength, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    const offset = bytes.readUInt32LE(at + 42)
    const entryName = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    unpacked += size
    const place = { offset, packed, size, method }
    entries.push({
      name: entryName,
      size,
      read: () => unpack(bytes, place, broken),
      packed: () => packedIn(bytes, place, broken),
    })
    at += 46 + nameLength + extra + comment
  }
  if (unpacked > most || (unpacked > SMALL && unpacked > bytes.length * MOST_RATIO))
    throw new Unreadable('importFile.bomb', name)
  return entries
}

type Packed = { offset: number; packed: number; size: number; method: number }

function packedIn(bytes: Buffer, { offset, packed }: Packed, broken: () => Unreadable): Buffer {
  if (offset + 30 > bytes.length) throw broken()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  if (data.length < packed) throw broken()
  return data
}

function unpack(bytes: Buffer, place: Packed, broken: () => Unreadable): Buffer {
  const { size, method } = place
  const data = packedIn(bytes, place, broken)
  if (method === 0) return data
  if (method !== 8) throw broken()
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw broken()
  }
}
