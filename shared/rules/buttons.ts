// Which buttons stand in a user's bar (A4).
import type { Button, ButtonAct } from '../entities/button.ts'

const plain = (act: ButtonAct): Button => ({ act, customerId: null, categoryId: null })

/** Whoever arranged nothing yet has these. */
export const DEFAULT_BUTTONS: readonly Button[] = (
  ['start', 'pause', 'stop', 'startLast', 'newEntry'] as const
).map(plain)

export const isSameButton = (a: Button, b: Button): boolean =>
  a.act === b.act && a.customerId === b.customerId && a.categoryId === b.categoryId

/** As it is kept: each button once, and only a favourite says for whom. */
export function arranged(buttons: readonly Button[]): Button[] {
  const kept: Button[] = []
  for (const each of buttons) {
    const button = each.act === 'favourite' ? each : plain(each.act)
    if (!kept.some((other) => isSameButton(other, button))) kept.push(button)
  }
  return kept
}
