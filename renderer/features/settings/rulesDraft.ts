// What is typed in step 1 of the settings: which rules a profile sets itself, and what is wrong with them (B1, B2, F6).
import type { TimeRules } from '../../../shared/entities/rules.ts'

export type RuleName = keyof TimeRules
export const REQUIRED_RULES = ['requireCustomer', 'requireCategory', 'requireNote'] as const
export const MINUTE_RULES = [
  'minSessionMinutes',
  'maxSessionMinutes',
  'expectedDayMinutes',
  'expectedMonthMinutes',
] as const
export type MinuteRule = (typeof MINUTE_RULES)[number]

export type RuleProblem = 'minOverMax' | 'dayTooLong' | 'maxZero'

/** The overrides of a profile after one rule was set: what equals the organisation's rule is no override. */
export function withRule<N extends RuleName>(
  overrides: Partial<TimeRules>,
  name: N,
  value: TimeRules[N],
  organisation: TimeRules,
): Partial<TimeRules> {
  const rest = withoutRule(overrides, name)
  return value === organisation[name] ? rest : { ...rest, [name]: value }
}

export const withoutRule = (overrides: Partial<TimeRules>, name: RuleName): Partial<TimeRules> =>
  Object.fromEntries(Object.entries(overrides).filter(([key]) => key !== name))

/** Problems by rule, in force rules given (organisation and overrides together). */
export function problemsOf(rules: TimeRules): Partial<Record<MinuteRule, RuleProblem>> {
  const problems: Partial<Record<MinuteRule, RuleProblem>> = {}
  if (rules.maxSessionMinutes !== null && rules.maxSessionMinutes < 1) problems.maxSessionMinutes = 'maxZero'
  else if (rules.maxSessionMinutes !== null && rules.minSessionMinutes > rules.maxSessionMinutes)
    problems.minSessionMinutes = 'minOverMax'
  if (rules.expectedDayMinutes > 1440) problems.expectedDayMinutes = 'dayTooLong'
  return problems
}
