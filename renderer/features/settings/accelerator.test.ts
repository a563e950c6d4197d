// Proves how pressed keys become shortcuts.
import { expect, test } from 'vitest'
import { acceleratorOf, readable } from './accelerator.ts'

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => acceleratorOf({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held })

test('G5 a shortcut is named by the key, not by the sign that its modifiers type', () => {
  expect(press('ß', 'KeyS', { ctrlKey: true, altKey: true })).toEqual({
    kind: 'keys',
    accelerator: 'Control+Alt+S',
  })
  expect(press(' ', 'Space', { altKey: true, shiftKey: true })).toEqual({
    kind: 'keys',
    accelerator: 'Alt+Shift+Space',
  })
  expect(press('F9', 'F9')).toEqual({ kind: 'keys', accelerator: 'F9' })
})

test('G5 modifiers alone wait for the key, and a bare letter is not taken from every program', () => {
  expect(press('Control', 'ControlLeft', { ctrlKey: true })).toEqual({ kind: 'waiting' })
  expect(press('s', 'KeyS')).toEqual({ kind: 'bare' })
  expect(press('S', 'KeyS', { shiftKey: true })).toEqual({ kind: 'bare' })
})

test('G5 shortcuts are read as the keys of the keyboard at hand', () => {
  const german: Record<string, string> = { mod: 'Strg', PgUp: 'Bild ↑' }
  const mac: Record<string, string> = { mod: '⌘', Alt: '⌥' }
  expect(readable('CommandOrControl+Alt+PageUp', (key) => german[key] ?? key)).toBe('Strg + Alt + Bild ↑')
  expect(readable('CommandOrControl+Alt+S', (key) => mac[key] ?? key)).toBe('⌘ + ⌥ + S')
})
