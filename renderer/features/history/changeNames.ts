// The names that a change of the history is about. What takes the place of something has its name, and is not told as deleted beside it.

type Named = { text: string; gone: boolean }

export function changeNames(all: readonly Named[], removed: string): string[] {
  const stays = new Set(all.filter(({ gone }) => !gone).map(({ text }) => text))
  return [...new Set(all.map(({ text }) => (stays.has(text) ? text : `${text} ${removed}`)))]
}
