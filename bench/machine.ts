// The machine of a run, as far as its figures depend on it; times are worth something only beside each other.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { quantile } from './measure.ts'

export type Machine = {
  processors: number
  system: string
  node: string
  sqlite: string
  fdatasyncMs: number
  /** How many programs wanted a processor, on average of the last minute. */
  load: number
}

export function machineOf(folder: string): Machine {
  const db = new Database(':memory:')
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get())
  db.close()
  return {
    processors: cpus().length,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite,
    fdatasyncMs: fdatasyncMs(folder),
    load: loadavg()[0] ?? Number.NaN,
  }
}

/** What the disk takes to make 4 kB at the end of a file durable, the least that any commit can cost; the median of many. */
export function fdatasyncMs(folder: string, runs = 200): number {
  const path = join(folder, 'fdatasync')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4096, 1)
  const times: number[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now()
      writeSync(file, page)
      fdatasyncSync(file)
      times.push(performance.now() - began)
    }
  } finally {
    closeSync(file)
    rmSync(path)
  }
  return quantile(times, 0.5)
}
