// What the nouns say of themselves, held against their schemas.
import { describe, expect, test } from 'vitest'
import { ENTITY_NAMES, registry } from './registry.ts'
import { factsOf, labelIn, ownerIn, referencesIn, referencesOf, referrersOf } from './relations.ts'

/** Ids that name no noun: the parts of one session share it, and a tax office gave it. */
const NO_NOUN = new Set(['sessionId', 'vatId'])

describe.each(ENTITY_NAMES)('%s', (entity) => {
  const fields = Object.keys(registry[entity].schema.shape)
  const { refs, label, owner, unique, dated, keepsName, typed } = factsOf(entity)

  test('every id in it is declared as a reference', () => {
    const ids = fields.filter((field) => /Ids?$/.test(field) && !NO_NOUN.has(field))
    expect([...new Set(refs.map(({ field }) => field))].sort()).toEqual(ids.sort())
  })

  test('what it says of its fields is said of fields that it has', () => {
    const named = [
      ...refs.flatMap(({ field, when }) => [field, ...(when === undefined ? [] : [when.field])]),
      ...label,
      ...(owner === null ? [] : [owner]),
      ...(unique?.by ?? []),
      ...(dated === undefined ? [] : [dated.from, ...(dated.versionOf ?? [])]),
      ...(typed === undefined ? [] : [typed]),
    ]
    expect(fields).toEqual(expect.arrayContaining(named))
  })

  test('C17 it keeps its name where the past recalls it', () => {
    const recalled = referrersOf(entity).some(({ ref }) => ref.as === 'recalled')
    expect(keepsName === true).toBe(recalled)
    expect(fields.includes('removed')).toBe(keepsName === true)
  })

  test('F10 what not everybody sees is somebody’s, or for those who lead', () => {
    const { seenBy } = factsOf(entity)
    if (seenBy === 'colleagues' || seenBy === 'owner') expect(owner).not.toBeNull()
  })
})

test('a rate refers to what its level names, and to nothing else', () => {
  const rate = { level: 'customer', subjectId: 'c1' }
  expect(referencesOf('rate').map((ref) => [ref.to, referencesIn(ref, rate)])).toEqual([
    ['user', []],
    ['customer', ['c1']],
    ['project', []],
  ])
  expect(
    referencesOf('rate').every(
      (ref) => referencesIn(ref, { level: 'organisation', subjectId: null }).length === 0,
    ),
  ).toBe(true)
})

test('whose a thing is', () => {
  expect(ownerIn('task', { primaryParticipantId: 'u1' })).toBe('u1')
  expect(ownerIn('user', { id: 'u2' })).toBe('u2')
  expect(ownerIn('customer', { id: 'c1' })).toBeNull()
})

test.each([
  ['project', { code: 'PROJ-1', name: 'Roof' }, 'PROJ-1 · Roof'],
  ['customer', { name: 'Ada', code: 'A' }, 'Ada'],
  ['timeEntry', { customerId: 'c1', userId: 'u1' }, 'customer c1'],
  ['timeEntry', { customerId: null, userId: 'u1' }, null],
  ['rate', { level: 'project', subjectId: 'p1' }, 'project p1'],
  ['rate', { level: 'organisation', subjectId: null }, null],
  ['employment', { userId: 'u1' }, 'user u1'],
  ['gap', { timerId: 't1' }, null],
] as const)('the history calls a %s %o by what it is called', (entity, value, name) => {
  expect(labelIn(entity, value, (noun, id) => `${noun} ${id}`)).toBe(name)
})
