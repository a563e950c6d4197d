import { expect, test } from 'vitest'
import { factsOf } from '../../../shared/entities/relations.ts'
import { ENTITY_NAMES } from '../../../shared/entities/registry.ts'
import { ABOUT_A_DATE } from './dateRefusal.ts'

test('K15 what a closed period refuses of any noun with a date is said beside that date', () => {
  const codes = ENTITY_NAMES.flatMap((name) => factsOf(name).dated?.closed ?? [])
  expect(codes.length).toBeGreaterThan(5)
  expect(codes.filter((code) => !ABOUT_A_DATE.has(code))).toEqual([])
})
