// Proves what the quick timer offers.
import { expect, test } from 'vitest'
import type { RecentChoice } from '../../../shared/contract/timer.ts'
import { NO_SUBJECT } from '../../../shared/entities/subject.ts'
import { quickChoices } from './quickChoices.ts'

const recent = (customer: string, category: string): RecentChoice => ({
  ...NO_SUBJECT,
  customerId: customer,
  customerName: customer,
  categoryId: category,
  categoryName: category,
  lastAt: 1,
})
const recents = [recent('Acme', 'Support'), recent('Müller', 'Consulting'), recent('Acme', 'Consulting')]

test('G4 without a search the recents stand there, newest first', () => {
  expect(quickChoices(recents, '', [])).toEqual(recents)
})

test('G4 a search finds by customer or category, without regard to accents', () => {
  expect(quickChoices(recents, 'muller', []).map(({ customerName }) => customerName)).toEqual(['Müller'])
  expect(quickChoices(recents, 'consult', [])).toHaveLength(2)
})

test('G4 before anything was ever timed, the first category stands in', () => {
  const found = quickChoices([], '', [{ id: 'z', name: 'Zeta' }], { id: 'k', name: 'Support' })
  expect(found).toMatchObject([{ customerId: 'z', categoryId: 'k', categoryName: 'Support' }])
})

test('G4 other customers follow, with the category used last', () => {
  const found = quickChoices(recents, 'zeta', [{ id: 'z', name: 'Zeta' }])
  expect(found).toEqual([
    {
      ...NO_SUBJECT,
      customerId: 'z',
      customerName: 'Zeta',
      categoryId: 'Support',
      categoryName: 'Support',
      lastAt: 0,
    },
  ])
})
