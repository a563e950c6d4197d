// What a hostile test counted, kept for the table of docs/reliability.md when the suite is run with --write.
import { appendFileSync } from 'node:fs'
import { LONG, SEED } from './size.ts'

export type Figure = {
  fault: string
  /** Spec ids, with blanks between. */
  ids: string
  tried: number
  unit: string
  lost: number
  note?: string
  /** The test file that repeats it. */
  file: string
  /** The command, where it is not one of this suite. */
  again?: string
}

/** Called at the end of a test that has passed. */
export function figure(row: Figure): void {
  const target = process.env.DAYBOOK_FIGURES
  console.log(
    `${row.file}: ${row.tried} ${row.unit}, ${row.lost} lost${row.note === undefined ? '' : ` (${row.note})`}`,
  )
  if (target !== undefined && target !== '')
    appendFileSync(target, `${JSON.stringify({ ...row, seed: SEED, long: LONG })}\n`)
}
