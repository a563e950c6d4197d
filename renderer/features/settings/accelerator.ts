// A pressed key combination as the text that global shortcuts are registered by (Electron's accelerators), and as keys to read.

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

const NAMED: Record<string, string> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  '+': 'Plus',
}
const PLAIN = new Set(['Tab', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'])

/** 'waiting': only modifiers yet. 'bare': a key that would be taken from every program. Else the accelerator. */
export function acceleratorOf(
  event: Pressed,
): { kind: 'waiting' } | { kind: 'bare' } | { kind: 'keys'; accelerator: string } {
  const key = keyName(event)
  if (key === null) return { kind: 'waiting' }
  const isFunctionKey = /^F\d{1,2}$/.test(key)
  if (!event.ctrlKey && !event.altKey && !event.metaKey && !isFunctionKey) return { kind: 'bare' }
  const parts = [
    event.ctrlKey ? 'Control' : null,
    event.metaKey ? 'Super' : null,
    event.altKey ? 'Alt' : null,
    event.shiftKey ? 'Shift' : null,
    key,
  ]
  return { kind: 'keys', accelerator: parts.filter((part) => part !== null).join('+') }
}

function keyName({ key, code }: Pressed): string | null {
  // By its place, so that Alt and Shift do not turn a letter into the sign that they type.
  const letter = /^Key([A-Z])$/.exec(code) ?? /^Digit(\d)$/.exec(code)
  if (letter?.[1] !== undefined) return letter[1]
  if (/^F\d{1,2}$/.test(key) || PLAIN.has(key)) return key
  const named = NAMED[key]
  if (named !== undefined) return named
  return key.length === 1 ? key.toUpperCase() : null
}

const CAPS: Record<string, string> = {
  CommandOrControl: 'mod',
  CmdOrCtrl: 'mod',
  Command: 'Super',
  Return: 'Enter',
  Plus: '+',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** 'CommandOrControl+Alt+S' as people read it on their keyboard: 'Ctrl + Alt + S'. */
export const readable = (accelerator: string, cap: (key: string) => string): string =>
  accelerator
    .split('+')
    .map((part) => cap(CAPS[part] ?? part))
    .join(' + ')
