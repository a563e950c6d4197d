// Stands in for deepmerge 4.3.1, whose result can be given a foreign prototype: GHSA-gcqx-w48m-w2h4, of which no newer release is
// free. date-holidays asks for `all` alone, to merge tables of its own, where that cannot happen; but what ships is to be clean.
// It goes as soon as there is a mended release.

const isTable = (value) =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof RegExp)

/** Later tables win, tables within tables are merged, lists are joined; nothing of the result is shared with what it is made of. */
exports.all = (tables) => tables.reduce(merged, {})

function merged(target, source) {
  if (!isTable(source)) return source
  if (Array.isArray(source)) return [...(Array.isArray(target) ? target : []), ...source].map(copied)
  const before = isTable(target) && !Array.isArray(target) ? target : {}
  // From entries, so that a key named `__proto__` is a key like any other.
  return Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(source)])].map((key) => [
      key,
      !Object.hasOwn(source, key) ? copied(before[key]) : merged(own(before, key), source[key]),
    ]),
  )
}

const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined)
const copied = (value) => merged(undefined, value)
