import { Play } from 'lucide-react'
import { expect, test } from 'vitest'
import { NO_SUBJECT } from '../../shared/entities/subject.ts'
import type { NamedSubject } from '../../shared/entities/subject.ts'
import { shownGroups } from './paletteRows.ts'
import type { PaletteGroup, PaletteRow } from './paletteRows.ts'
import { startChoices } from './startChoices.ts'

const row = (label: string, more: Partial<PaletteRow> = {}): PaletteRow => ({
  id: label,
  label,
  icon: Play,
  run: () => undefined,
  ...more,
})
const groups: PaletteGroup[] = [
  {
    label: 'Start',
    rows: [row('Start Beta One · Support', { also: 'Beta One · Support', after: 'Beta One' })],
  },
  { label: 'Commands', rows: [row('Start Work'), row('Pause')] },
  { label: 'Customers', rows: [row('Beta One'), row('Alphabet')] },
  { label: 'People', rows: [] },
]
const labels = (typed: string) =>
  shownGroups(groups, typed).flatMap(({ rows }) => rows.map(({ label }) => label))

test('J18 a customer’s name alone leads to the customer, with its category it starts the timer', () => {
  expect(labels('beta sup')).toEqual(['Start Beta One · Support'])
  expect(labels('bet')).toEqual(['Beta One', 'Alphabet', 'Start Beta One · Support'])
  expect(labels('sup')).toEqual(['Start Beta One · Support'])
})

test('G5 commands are found by their words, and nothing typed shows all', () => {
  expect(labels('start w')).toEqual(['Start Work'])
  expect(labels('')).toHaveLength(5)
  expect(labels('nothing like it')).toEqual([])
})

const on = (customer: string, category: string): NamedSubject => ({
  ...NO_SUBJECT,
  customerId: customer,
  customerName: customer,
  categoryId: category,
  categoryName: category,
})
const named = (name: string) => ({ id: name, name })

test('J18 what was done last comes first, then what the words name; each once, and not what runs', () => {
  const recents = [on('Beta', 'Support'), on('Acme', 'Travel')]
  const of = (typed: string, running: NamedSubject | null = null) =>
    startChoices(typed, recents, ['Acme', 'Beta'].map(named), ['Support', 'Travel'].map(named), running).map(
      ({ customerId, categoryId }) => `${customerId} ${categoryId}`,
    )
  expect(of('')).toEqual(['Beta Support', 'Acme Travel'])
  expect(of('beta tr')).toEqual(['Beta Support', 'Acme Travel', 'Beta Travel'])
  expect(of('beta tr', on('Beta', 'Support'))).toEqual(['Acme Travel', 'Beta Travel'])
})
