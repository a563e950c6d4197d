// Whether the pixels of a PNG can be unpacked: its head alone does not tell, and a page cannot be drawn with half a picture.
import { inflateSync } from 'node:zlib'
import type { Logo } from '../../../shared/entities/logo.ts'

type Size = Pick<Logo, 'mediaType' | 'widthPixels' | 'heightPixels'>

/** JPEG is handed on as it stands. */
export function isWholePicture(bytes: Buffer, { mediaType, widthPixels, heightPixels }: Size): boolean {
  if (mediaType !== 'image/png') return true
  const parts: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  try {
    // At most 16 bits of four channels for each pixel, a byte for each row, and seven times that where it comes in passes.
    const most = heightPixels * (widthPixels * 8 + 1) + 8 * heightPixels + 1_024
    return inflateSync(Buffer.concat(parts), { maxOutputLength: most }).length >= heightPixels
  } catch {
    return false
  }
}
