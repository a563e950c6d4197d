// What is typed while a field waits for its answer belongs to the field that comes next: it is held back, and typed there.

export type HeldKey = { key: string; shiftKey: boolean }

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'preventDefault' | 'stopPropagation'
>

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'])

/** Takes the key away from the field it was meant to pass by; null: it is none that is typed ahead. */
export function holdKey(event: Pressed): HeldKey | null {
  const { key, shiftKey } = event
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || MODIFIERS.has(key)) return null
  event.preventDefault()
  event.stopPropagation()
  return { key, shiftKey }
}

/** As if they were pressed now, each where the focus is by then. */
export function typeAhead(keys: readonly HeldKey[]): void {
  for (const { key, shiftKey } of keys) {
    const target = document.activeElement
    if (target === null) return
    const press = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
    if (target.dispatchEvent(press)) edit(target, key)
  }
}

function edit(field: Element, key: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const end = field.selectionEnd ?? field.value.length
  let start = field.selectionStart ?? end
  if (key === 'Backspace' && start === end) start = Math.max(0, end - 1)
  if (key !== 'Backspace' && key.length !== 1) return
  field.setRangeText(key === 'Backspace' ? '' : key, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
