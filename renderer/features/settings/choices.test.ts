// Proves that the holiday countries on offer are those that the library of public holidays knows.
import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { countryChoices, HOLIDAY_COUNTRIES, zoneChoices } from './choices.ts'

test('every holiday country on offer has holidays that are known', () => {
  expect(HOLIDAY_COUNTRIES).toEqual(Object.keys(new Holidays().getCountries()).sort())
})

test('F8 the zone in use is on offer whatever the browser calls it, and countries stand by their names', () => {
  expect(zoneChoices('Asia/Calcutta')).toContain('Asia/Calcutta')
  expect(zoneChoices('UTC').filter((zone) => zone === 'UTC')).toHaveLength(1)
  expect(countryChoices('de').find(({ value }) => value === 'AT')?.label).toBe('Österreich')
})
