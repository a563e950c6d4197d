// Which of its rows the palette shows for what is typed, and in which order: the best first, whatever it is.
import { bestFit, nameFit } from '../../shared/base/nameFit.ts'
import type { LucideIcon } from 'lucide-react'

export type PaletteRow = {
  id: string
  label: string
  icon: LucideIcon
  run: () => void
  keys?: string
  /** What is searched beside the label. */
  also?: string
  /** A text that fits this alone means the thing itself: "acme" its page, "acme sup" its timer. */
  after?: string
}

export type PaletteGroup = { label: string; rows: readonly PaletteRow[] }

const ROWS_OF_A_GROUP = 8
const AFTERWARDS = 4

function rank({ label, also, after }: PaletteRow, typed: string): number | null {
  const fit = bestFit(nameFit(label, typed), also === undefined ? null : nameFit(also, typed))
  if (fit === null) return null
  return after !== undefined && nameFit(after, typed) !== null ? fit + AFTERWARDS : fit
}

/** With nothing typed, all as they are. Within the same fit, rows and groups keep their order. */
export function shownGroups(groups: readonly PaletteGroup[], typed: string): PaletteGroup[] {
  const filled = groups.filter(({ rows }) => rows.length > 0)
  if (typed === '') return filled
  return filled
    .flatMap(({ label, rows }) => {
      const ranked = rows.flatMap((row) => {
        const at = rank(row, typed)
        return at === null ? [] : [{ row, at }]
      })
      ranked.sort((a, b) => a.at - b.at)
      const [first] = ranked
      if (first === undefined) return []
      return [{ label, at: first.at, rows: ranked.slice(0, ROWS_OF_A_GROUP).map(({ row }) => row) }]
    })
    .sort((a, b) => a.at - b.at)
}
