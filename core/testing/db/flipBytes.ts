// Damages a file as a failing disk does: its length stays, some of its bytes do not.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** Inverts 512 bytes at the head of every page from `fromPage` on (counted from 0). */
export function flipBytes(file: string, fromPage = 1, pageSize = 4096): void {
  const handle = openSync(file, 'r+')
  try {
    const block = Buffer.alloc(512)
    for (let at = fromPage * pageSize; at < statSync(file).size; at += pageSize) {
      readSync(handle, block, 0, block.length, at)
      for (const [index, byte] of block.entries()) block[index] = byte ^ 0xff
      writeSync(handle, block, 0, block.length, at)
    }
  } finally {
    closeSync(handle)
  }
}
