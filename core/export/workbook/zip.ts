// Writes a ZIP archive entry after entry into a stream: compressed beside this thread, never more in memory than is on its way.
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = {
  /** Resolves when more may come; waits while the stream is behind. */
  write(content: string | Buffer): Promise<void>
  end(): Promise<void>
}

export type Zip = {
  /** One at a time: the last must have ended. */
  entry(name: string): ZipEntry
  /** The list of entries; the stream is then finished but not ended, which is its owner's to do. */
  finish(): Promise<void>
}

/** Half the time of the usual 6, for a file a sixth larger; measured on a sheet of 100,000 rows. */
const LEVEL = 3
/** Compressed bytes handed over at once. */
const CHUNK = 128 * 1024
/** Where sizes stand in four bytes; what is larger needs another format. A million rows take a seventh of it. */
const MAX_BYTES = 0xffffffff
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATE = 8
const VERSION = 20
/** 1980-01-01, as in the files that Excel writes: when it was made stands in the document's properties. */
const DATE = 0x0021

type Written = { name: Buffer; crc: number; compressed: number; size: number; offset: number }

/** An abort of `signal` ends every wait with its reason; so the caller aborts it where the stream fails. */
export function createZip(stream: Writable, signal: AbortSignal): Zip {
  const entries: Written[] = []
  let offset = 0
  const put = async (bytes: Buffer): Promise<void> => {
    offset = within(offset + bytes.length)
    if (!stream.write(bytes)) await once(stream, 'drain', { signal })
  }

  const entry = (name: string): ZipEntry => {
    const written: Written = { name: Buffer.from(name), crc: 0, compressed: 0, size: 0, offset }
    const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK })
    const begun = put(Buffer.concat([localHeader(written), written.name])).then(() => {
      deflate.on('data', (bytes: Buffer) => {
        written.compressed += bytes.length
        offset += bytes.length
      })
      deflate.pipe(stream, { end: false })
    })
    const done = finished(deflate, { signal })
    // Whoever waits hears of it; a failure in between is not to end the process.
    done.catch(() => undefined)
    return {
      async write(content) {
        await begun
        const bytes = typeof content === 'string' ? Buffer.from(content) : content
        written.crc = crc32(bytes, written.crc)
        written.size = within(written.size + bytes.length)
        if (!deflate.write(bytes)) await once(deflate, 'drain', { signal })
      },
      async end() {
        await begun
        deflate.end()
        await done
        within(offset)
        await put(descriptor(written))
        entries.push(written)
      },
    }
  }

  return {
    entry,
    async finish() {
      const start = offset
      for (const written of entries) await put(Buffer.concat([directoryHeader(written), written.name]))
      await put(endOfDirectory(entries.length, offset - start, start))
    },
  }
}

function within(bytes: number): number {
  if (bytes > MAX_BYTES) throw new RangeError('an archive of more than 4 GB')
  return bytes
}

/** Numbers in two or four bytes each, the lowest first. */
function record(...fields: readonly [bytes: 2 | 4, value: number][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

const localHeader = ({ name }: Written): Buffer =>
  record(
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  )

const descriptor = ({ crc, compressed, size }: Written): Buffer =>
  record([4, 0x08074b50], [4, crc], [4, compressed], [4, size])

const directoryHeader = ({ name, crc, compressed, size, offset }: Written): Buffer =>
  record(
    [4, 0x02014b50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, compressed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  )

const endOfDirectory = (entries: number, bytes: number, offset: number): Buffer =>
  record([4, 0x06054b50], [2, 0], [2, 0], [2, entries], [2, entries], [4, bytes], [4, offset], [2, 0])
