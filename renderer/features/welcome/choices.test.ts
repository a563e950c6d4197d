// Proves the likely choices of the first screen.
import { expect, test } from 'vitest'
import { currencyOptions, guessCurrency, zoneOptions } from './choices.ts'

test('the currency is that of the region, else the euro', () => {
  expect(guessCurrency(['en', 'en-US'])).toBe('USD')
  expect(guessCurrency(['de-AT'])).toBe('EUR')
  expect(guessCurrency(['de-CH', 'en-US'])).toBe('CHF')
  expect(guessCurrency(['eo'])).toBe('EUR')
})

test('the system zone can be chosen even where the list does not know it', () => {
  expect(zoneOptions('Europe/Berlin')).toContain('Europe/Berlin')
  expect(zoneOptions('Moon/Base')).toContain('Moon/Base')
  expect(currencyOptions('en').find(({ value }) => value === 'EUR')?.label).toBe('EUR – Euro')
})
