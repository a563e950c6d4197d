// Parts of the program that could not be fetched: the server is away, or has a newer build since this page was opened. The browser keeps
// such a failure, so asking again within the same page is of no use.

const unfetched = new WeakSet<Error>()
window.addEventListener('vite:preloadError', ({ payload }) => void unfetched.add(payload))

export const isUnfetched = (error: unknown): boolean => error instanceof Error && unfetched.has(error)

/** Only where there is an answer: the page that says so would be gone otherwise. */
export async function reloadIfAnswered(): Promise<void> {
  const answer = await fetch(window.location.href, { cache: 'no-store' }).catch(() => null)
  if (answer?.ok === true) window.location.reload()
}
