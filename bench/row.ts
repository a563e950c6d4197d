// What a row of the table is, and what it is given to measure with.
import type { BenchData } from './data.ts'

export type Figure = {
  label: string
  value: number
  unit: '×' | 'ms' | 'MB' | 'kB' | '%' | ''
  /** null: nothing is asked for; it stands there to be known. */
  limit: number | null
  better: 'atMost' | 'atLeast'
  /** What we took and what the floor took, as a reader wants to see it. */
  ours?: string
  floor?: string
  note?: string
}

export type Row = {
  /** Short, for `--only`. */
  name: string
  what: string
  floor: string
  /** How many entries it measures over, where it is not as many as were asked for. */
  entries?: number
  /** Takes long to prepare: measured only where `--only` names it in full. */
  onlyByName?: boolean
  /** No figures where what it needs is not here; `say` then tells why. */
  run(ctx: BenchContext): Promise<Figure[]>
}

export type BenchContext = {
  entries: number
  /** A filled data folder, made once and kept for the next run: who writes copies it (`copyOf` in data.ts). */
  data(entries?: number): Promise<BenchData>
  /** A fresh folder that is gone afterwards. */
  scratch(): string
  /** Progress, for the one who waits. */
  say(text: string): void
  /** Why a figure is not there; stands in the table in its place. */
  missing(text: string): void
}
