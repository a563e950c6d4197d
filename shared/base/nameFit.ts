// How well a name fits what was typed, so that a list in memory and a search over all of them find the same, in the same order.
import { fold } from './text.ts'

/** 0: from its beginning. 1: from a word's beginning. 2: anywhere. 3: every typed word begins one of its words. */
export type NameFit = 0 | 1 | 2 | 3

/** null: not at all. Nothing typed fits everything from its beginning. */
export function nameFit(name: string, typed: string): NameFit | null {
  return foldedFit(fold(name), fold(typed.trim()))
}

/** The same for texts that are folded already. */
export function foldedFit(name: string, sought: string): NameFit | null {
  if (name.startsWith(sought)) return 0
  const words = wordsOf(name)
  if (words.some((word) => word.startsWith(sought))) return 1
  if (name.includes(sought)) return 2
  const parts = sought.split(/\s+/)
  return parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part))) ? 3 : null
}

/** The best of several: of a name and its code. */
export const bestFit = (...fits: (NameFit | null)[]): NameFit | null =>
  fits.reduce((a, b) => (a === null ? b : b === null ? a : a < b ? a : b), null)

const wordsOf = (name: string): string[] => name.split(/[\s\-./(&·,]+/)
