// What the keyboard calls the key of commands.

export function modKey(): string {
  return /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
