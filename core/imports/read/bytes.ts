// What a file really is, whatever its name says, and its text as UTF-8.
import { isUtf8 } from 'node:buffer'

export type Kind = 'zip' | 'ole' | 'xml' | 'json' | 'text' | 'binary'

export function kindOf(bytes: Buffer): Kind {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'zip'
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'ole'
  const wide = markOf(bytes)
  const start =
    wide === null
      ? bytes.subarray(0, 4096)
      : Buffer.from(new TextDecoder(wide).decode(bytes.subarray(0, 4096)))
  if (isBinary(start)) return 'binary'
  const first = /^\uFEFF?\s*(\S)/.exec(start.toString('utf8'))?.[1]
  return first === '<' ? 'xml' : first === '[' || first === '{' ? 'json' : 'text'
}

const SIGNATURES = ['\u0089PNG', '%PDF-'].map((signature) => Buffer.from(signature, 'latin1'))
/** Of a hundred characters, what a text may hold by mistake. */
const MOST_CONTROLS = 2

function isBinary(start: Buffer): boolean {
  if (SIGNATURES.some((signature) => start.subarray(0, signature.length).equals(signature))) return true
  // A cell may hold one by mistake; no text begins with a line that does.
  if (start.subarray(0, start.indexOf(10) + 1 || start.length).includes(0)) return true
  const controls = start.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
  return controls > 8 && controls > (start.length * MOST_CONTROLS) / 100
}

const markOf = (bytes: Buffer): 'utf-16le' | 'utf-16be' | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : null

/** By its mark; else UTF-8 where it is that throughout, else what Windows has written for decades. */
export function utf8Of(bytes: Buffer): Buffer {
  const wide = markOf(bytes)
  if (wide !== null) return decoded(bytes, wide)
  return isUtf8(bytes) ? bytes : decoded(bytes, 'windows-1252')
}

const PIECE = 1 << 20

function decoded(bytes: Buffer, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding)
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += PIECE)
    parts.push(
      Buffer.from(decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length })),
    )
  return Buffer.concat(parts)
}
