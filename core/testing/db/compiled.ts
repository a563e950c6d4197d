// How many statements SQLite compiled while something ran, as far as their rows are read: better-sqlite3 makes the function that
// makes the rows anew each time.
import { vi } from 'vitest'

export async function compiled(work: () => unknown): Promise<number> {
  const real = Function
  let count = 0
  vi.stubGlobal('Function', (...source: string[]) => {
    count += 1
    return real(...source)
  })
  try {
    await work()
  } finally {
    vi.unstubAllGlobals()
  }
  return count
}
