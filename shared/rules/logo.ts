// Whether a file is a picture that can stand on an invoice: PNG or JPEG, told by its first bytes and its size in pixels, not by its name.
import { ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { AppError } from '../contract/errors.ts'
import type { Logo } from '../entities/logo.ts'
import { LOGO_BYTES } from '../entities/logo.ts'
import { refused } from './rule.ts'

type Size = { widthPixels: number; heightPixels: number }

/** What it is and how large; `bytes` in a buffer of any kind. */
export function readLogo(
  bytes: Uint8Array,
): Result<Pick<Logo, 'mediaType' | 'widthPixels' | 'heightPixels'>, AppError> {
  if (bytes.length > LOGO_BYTES) return refused('logo.tooLarge')
  const png = pngSize(bytes)
  const size = png ?? jpegSize(bytes)
  if (size === null || size.widthPixels < 1 || size.heightPixels < 1) return refused('logo.unreadable')
  // What a printer needs is far less; more would be unpacked into gigabytes.
  if (size.widthPixels > 10_000 || size.heightPixels > 10_000) return refused('logo.tooLarge')
  return ok({ ...size, mediaType: png === null ? 'image/jpeg' : 'image/png' })
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 45 || !PNG.every((byte, at) => bytes[at] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  // The header comes first, and the end last: a file that was cut off has none.
  if (view.getUint32(12) !== 0x49484452 || view.getUint32(bytes.length - 8) !== 0x49454e44) return null
  return { widthPixels: view.getUint32(16), heightPixels: view.getUint32(20) }
}

function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // A frame's header; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { heightPixels: view.getUint16(at + 5), widthPixels: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
