// What the rules of time keeping and their values are called on screen.
import type { TFunction } from 'i18next'
import type { TimeRules } from '../../../shared/entities/rules.ts'
import type { RuleName } from './rulesDraft.ts'

export function ruleLabels(t: TFunction<'settings'>): Record<RuleName, string> {
  return {
    requireCustomer: t('rules.requireCustomer'),
    requireCategory: t('rules.requireCategory'),
    requireNote: t('rules.requireNote'),
    minSessionMinutes: t('rules.minSession'),
    maxSessionMinutes: t('rules.maxSession'),
    expectedDayMinutes: t('rules.expectedDay'),
    expectedMonthMinutes: t('rules.expectedMonth'),
  }
}

export function ruleText(
  t: TFunction<'settings'>,
  name: RuleName,
  value: TimeRules[RuleName],
  duration: (minutes: number) => string,
): string {
  if (typeof value === 'boolean') return value ? t('rules.yes') : t('rules.no')
  if (value === null) return name === 'maxSessionMinutes' ? t('rules.noLimit') : t('rules.fromDays')
  if (name === 'minSessionMinutes' && value === 0) return t('rules.noMinimum')
  return duration(value)
}
