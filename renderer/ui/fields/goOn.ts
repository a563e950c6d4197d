// Where Enter leads from a field that is done: to the next field of its form or dialog, else to the button that sends it.

/** Only for somebody who is still in the field: who has left it already is where they want to be. */
export function goOn(field: HTMLInputElement | HTMLSelectElement | null): void {
  if (field === null || document.activeElement !== field) return
  const around = field.form ?? field.closest('[role="dialog"]')
  const stops = around?.querySelectorAll<HTMLElement>('input, select, textarea, button[type="submit"]') ?? []
  for (const stop of stops) {
    const follows = (field.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    if (follows && stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility())
      return stop.focus()
  }
}
