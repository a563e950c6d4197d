// What is typed while a field waits for its answer belongs to the field that comes next: it is held back, and typed there.
import type { KeyboardEvent as KeyPressed } from 'react'

export type HeldKey = { key: string; shiftKey: boolean }

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'])

/** Takes the key away from the field it was not meant for; null: it is none that is typed ahead. */
export function holdKey(event: KeyPressed | KeyboardEvent): HeldKey | null {
  const { key, shiftKey } = event
  const { isComposing } = 'nativeEvent' in event ? event.nativeEvent : event
  // AltGr types letters, and is Ctrl and Alt to some systems.
  const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')
  if (isComposing || command || MODIFIERS.has(key)) return null
  event.preventDefault()
  event.stopPropagation()
  return { key, shiftKey }
}

/** As if they were pressed now, each in the field that has the focus by then; outside of fields, keys are commands that nobody gave. */
export function typeAhead(keys: readonly HeldKey[]): void {
  for (const { key, shiftKey } of keys) {
    const field = document.activeElement
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    const press = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
    if (field.dispatchEvent(press)) type(field, key)
  }
}

function type(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const erases = key === 'Backspace'
  if (!erases && key.length !== 1) return
  const end = field.selectionEnd ?? field.value.length
  const start = field.selectionStart ?? end
  field.setRangeText(erases ? '' : key, erases && start === end ? Math.max(0, end - 1) : start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
