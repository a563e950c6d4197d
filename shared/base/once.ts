// What is made at its first use and is the same from then on.

/**
 * Schemas are made so: a command line asks two of a hundred requests and writes a noun or two, and all their schemas take
 * longer than its answer.
 */
export function once<A>(make: () => A): () => A {
  let made: A | undefined
  return () => (made ??= make())
}

/** The same, once for each key. */
export function onceFor<K, A>(make: (key: K) => A): (key: K) => A {
  const made = new Map<K, A>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}
