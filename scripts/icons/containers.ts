// Writes the two formats that hold one icon in many sizes, .ico (Windows) and .icns (macOS), from finished PNGs.

export interface Picture {
  size: number
  png: Buffer
}

/** An .ico of PNG pictures, as Windows reads since Vista. Layout: header, directory, pictures. */
export function ico(pictures: readonly Picture[]): Buffer {
  const HEADER = 6
  const ENTRY = 16
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = HEADER + ENTRY * index
    // One byte a side, where 0 means 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** The types that hold a PNG; the second of a size is the one for a screen of double density (16@2x is 32 wide). */
const ICNS_TYPES: readonly [type: string, size: number][] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

export function icns(pictures: readonly Picture[]): Buffer {
  const blocks = ICNS_TYPES.flatMap(([type, size]) => {
    const png = pictures.find((picture) => picture.size === size)?.png
    return png ? [block(type, png)] : []
  })
  return block('icns', Buffer.concat(blocks))
}

/** Four letters, the length with these eight bytes, the content. */
function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
