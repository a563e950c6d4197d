// How the arrows walk a row of a grid: from the row to its cells and what can be pressed in them, one stop after the other (K17).

/** What a key may lead to in a row, in reading order: a cell, or the links and buttons in it, where there are any. */
export function stopsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-column]')].flatMap((cell) => {
    const inner = [...cell.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')]
    return inner.length > 0 ? inner : [cell]
  })
}

/** The stop that has the focus; -1 where it is the row itself. */
export const stopAt = (row: HTMLElement): number =>
  stopsOf(row).findIndex((stop) => stop === document.activeElement)

/** Puts the focus on this stop of the row, or on the row itself. */
export function focusStop(row: HTMLElement, at: number): void {
  const stop = at < 0 ? row : (stopsOf(row)[at] ?? row)
  stop.focus({ preventScroll: true })
  if (stop !== row) stop.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Left or right as the language reads: +1 onwards, -1 back, 0 for any other key. */
export function sidewards(key: string, row: HTMLElement): number {
  const onwards = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = onwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
  return key === onwards ? 1 : key === back ? -1 : 0
}

/** A field in a cell has its keys to itself. */
export const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="combobox"]') !== null
