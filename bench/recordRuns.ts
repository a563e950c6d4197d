// Records what statements write while something runs, so that the floor can write the very same rows without the application.
import Database from 'better-sqlite3'

export type Written = { sql: string; values: unknown[] }

type RunOf = (this: { source: string }, ...values: unknown[]) => unknown

/** Every `run` of any statement meanwhile, in order; commits are among them only as what they hold. */
export async function recordRuns(during: () => Promise<unknown>): Promise<Written[]> {
  const db = new Database(':memory:')
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1')) as { run: RunOf }
  db.close()
  const { run } = prototype
  const written: Written[] = []
  prototype.run = function (...values) {
    written.push({ sql: this.source, values })
    return run.apply(this, values)
  }
  try {
    await during()
  } finally {
    prototype.run = run
  }
  return written
}
