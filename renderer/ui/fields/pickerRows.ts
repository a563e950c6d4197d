// What a picker of names shows for what is typed, and which of its rows is marked.
import { bestFit, foldedFit } from '../../../shared/base/nameFit.ts'
import type { NameFit } from '../../../shared/base/nameFit.ts'
import { fold } from '../../../shared/base/text.ts'
import type { Id } from '../../../shared/entities/entity.ts'

export type NameOption = { id: Id; name: string; hint?: string; recent?: boolean }

export type PickerRow = { kind: 'name'; option: NameOption } | { kind: 'add' }

/** Those that fit, the best first; within the same fit they keep their order, in which those used last come first. */
export function fitting(options: readonly NameOption[], typed: string): NameOption[] {
  const sought = fold(typed.trim())
  if (sought === '') return [...options]
  const ranked: { option: NameOption; fit: NameFit }[] = []
  for (const option of options) {
    const fit = bestFit(foldedFit(fold(option.name), sought), foldedFit(fold(option.hint ?? ''), sought))
    if (fit !== null) ranked.push({ option, fit })
  }
  return ranked.sort((a, b) => a.fit - b.fit).map(({ option }) => option)
}

/** The names, and the row that adds a new one, unless one is called just that already. */
export function pickerRows(found: readonly NameOption[], typed: string, mayAdd: boolean): PickerRow[] {
  const rows: PickerRow[] = found.map((option) => ({ kind: 'name', option }))
  const exists = typed !== '' && found.some(({ name }) => fold(name) === fold(typed))
  return mayAdd && !exists ? [...rows, { kind: 'add' }] : rows
}

export type Mark = {
  /** Where the arrows have led; null: nowhere yet. */
  moved: number | null
  /** The row that is marked by itself; -1: none, as nothing need be chosen. */
  first: number
}

export const markedRow = ({ moved, first }: Mark, rows: readonly PickerRow[]): number =>
  Math.min(moved ?? first, rows.length - 1)

/**
 * Up and down, around the ends. The first arrow never leads from a name that fits to the row that adds a new one: who hears nothing
 * of the mark, and presses Down to reach the list, means the name.
 */
export function nextMark(mark: Mark, rows: readonly PickerRow[], step: 1 | -1): number {
  const at = markedRow(mark, rows)
  const next = at < 0 && step < 0 ? rows.length - 1 : (at + step + rows.length) % rows.length
  const leaves = mark.moved === null && rows[at]?.kind === 'name'
  return step > 0 && leaves && rows[next]?.kind === 'add' ? at : next
}
