// Plurals of languages that have a form of their own for millions, which nothing here counts: it reads as any other number does.
export type Words = { readonly [key: string]: string | Words }

export function manyAsOther(words: Words): Words {
  const all: Record<string, string | Words> = { ...words }
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'object') all[key] = manyAsOther(value)
    else if (key.endsWith('_other')) all[key.replace(/other$/, 'many')] ??= value
  }
  return all
}
