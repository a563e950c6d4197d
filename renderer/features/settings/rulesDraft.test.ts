// Proves the arithmetic of overrides: a profile keeps only what differs from the organisation.
import { expect, test } from 'vitest'
import { DEFAULT_RULES } from '../../../shared/entities/rules.ts'
import { problemsOf, withoutRule, withRule } from './rulesDraft.ts'

test('F6 a rule that equals the organisation’s is no override, so that it follows when that one changes', () => {
  const overrides = withRule({}, 'requireNote', true, DEFAULT_RULES)
  expect(overrides).toEqual({ requireNote: true })
  expect(withRule(overrides, 'requireNote', false, DEFAULT_RULES)).toEqual({})
  expect(withoutRule({ requireNote: true, minSessionMinutes: 5 }, 'requireNote')).toEqual({
    minSessionMinutes: 5,
  })
})

test('B1 a minimum above the maximum, a day of more than 24 hours and a maximum of nothing are said', () => {
  expect(problemsOf(DEFAULT_RULES)).toEqual({})
  expect(problemsOf({ ...DEFAULT_RULES, minSessionMinutes: 90, maxSessionMinutes: 60 })).toEqual({
    minSessionMinutes: 'minOverMax',
  })
  expect(problemsOf({ ...DEFAULT_RULES, expectedDayMinutes: 1441 })).toEqual({
    expectedDayMinutes: 'dayTooLong',
  })
  expect(problemsOf({ ...DEFAULT_RULES, maxSessionMinutes: 0 })).toEqual({ maxSessionMinutes: 'maxZero' })
})
