// Every field of every noun, and every word of its lists, has a word in the history: the registry tells which there are.
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { pathsOf } from '../../shared/entities/differences.ts'
import { ENTITY_NAMES, registry } from '../../shared/entities/registry.ts'
import { history as de } from './de/history.ts'
import { history as en } from './en/history.ts'

const lastOf = (path: string): string => path.split('.').at(-1) ?? ''

function optionsOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'enum') return Object.values(def.entries).map(String)
  return 'innerType' in def ? optionsOf(def.innerType as z.core.$ZodType) : []
}

test.each([
  ['English', en],
  ['German', de],
])('B50 %s has a word for each noun, field and choice', (_, history) => {
  const fields: Readonly<Record<string, string>> = history.field
  const values: Readonly<Record<string, string | Readonly<Record<string, string>>>> = history.value
  const missing: string[] = []
  for (const entity of ENTITY_NAMES) {
    if (!(entity in history.entity)) missing.push(entity)
    for (const path of pathsOf(entity)) if (!(lastOf(path) in fields)) missing.push(`${entity}.${path}`)
    for (const [field, schema] of Object.entries<z.core.$ZodType>(registry[entity].schema.shape))
      for (const option of optionsOf(schema)) {
        const words = values[field]
        if (typeof words !== 'object' || !(option in words)) missing.push(`${entity}.${field}=${option}`)
      }
  }
  expect(missing).toEqual([])
})
