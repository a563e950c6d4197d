// Proves that every step the rules of pay and billing can emit has its words in both languages, with nothing left unfilled (G7).
import { createInstance } from 'i18next'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import type { ExplainStep } from '../../../shared/contract/diary.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { RateLevel } from '../../../shared/entities/rate.ts'
import { DEFAULT_RULES } from '../../../shared/entities/rules.ts'
import { billFigures } from '../../../shared/rules/billing.ts'
import { monthFigures, termsOf } from '../../../shared/rules/payroll.ts'
import type { Terms } from '../../../shared/rules/payroll.ts'
import { de } from '../../text/de.ts'
import { en } from '../../text/en.ts'
import { createFormat } from '../../ui/format.ts'
import { explainStep } from './explainStep.ts'

const HOUR = 3_600_000

const contract = (more: Partial<Employment>): Employment => ({
  id: 'e',
  userId: 'u',
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'hourly', amountMinor: 2000 },
  extraHourMinor: 2500,
  bonusMinor: 1000,
  ...more,
})

/** Every way in which a month can be paid. */
function allSteps(): ExplainStep[] {
  const days = new Map([['2026-03-03', { totalMs: 200 * HOUR, bookedMs: 210 * HOUR, entryCount: 3 }]])
  const facts = { month: '2026-03', days, holidays: new Map<string, string>() }
  const byRules = termsOf([], { rules: DEFAULT_RULES }, { rules: {}, startDate: '2026-03-10' })
  const cases: (readonly Terms[])[] = [
    byRules,
    [contract({})],
    [contract({ expectedMonthMinutes: 9600, wage: { kind: 'monthly', amountMinor: 300_000 } })],
    [
      contract({}),
      contract({ id: 'f', validFrom: '2026-03-16', wage: { kind: 'monthly', amountMinor: 300_000 } }),
    ],
    [contract({ validFrom: '2026-03-10' })],
    [contract({ validFrom: '2026-06-01' })],
  ]
  return cases.flatMap((terms) => {
    const { steps } = monthFigures({ ...facts, terms })
    return [...steps.total, ...steps.extra, ...steps.salary]
  })
}

/** Every way in which a customer's time is charged, or not. */
function amountSteps(): ExplainStep[] {
  const some = { entries: 2, ms: HOUR }
  const none = { entries: 0, ms: 0 }
  const shares = RateLevel.options.map((level) => ({
    rate: { id: level, level, subjectId: level, validFrom: '2026-01-01', amountMinor: 9000 },
    name: level === 'organisation' ? null : level,
    ...some,
    amountMinor: 9000,
  }))
  return [
    ...billFigures({ shares, withoutRate: some, notBillable: some }).steps,
    ...billFigures({ shares: [], withoutRate: none, notBillable: none }).steps,
  ]
}

for (const [language, texts] of [
  ['en', en],
  ['de', de],
] as const)
  test(`G7 every step of pay and of an amount has its words, ${language}`, async () => {
    const i18n = createInstance()
    await i18n.init({
      lng: language,
      ns: ['diary'],
      defaultNS: 'diary',
      resources: { [language]: texts },
      interpolation: { escapeValue: false },
    })
    const t = i18n.getFixedT(language, 'diary') as unknown as TFunction<'diary'>
    const format = createFormat(language === 'de' ? 'de-DE' : 'en-GB', 'UTC', 'EUR')
    const codes = new Set<string>()
    for (const step of [...allSteps(), ...amountSteps()]) {
      const { text } = explainStep(step, t, format)
      expect(text, step.code).not.toMatch(/explain\.|\{\{|undefined|NaN/)
      codes.add(step.code)
    }
    expect([...codes].sort()).toEqual([
      'amount.customer',
      'amount.none',
      'amount.notBillable',
      'amount.organisation',
      'amount.project',
      'amount.sum',
      'amount.user',
      'amount.withoutRate',
      'expected.beforeContract',
      'expected.beforeStart',
      'expected.month',
      'expected.rules',
      'expected.weekdays',
      'extra.difference',
      'extra.sum',
      'salary.bonus',
      'salary.extra',
      'salary.hourly',
      'salary.monthly',
      'salary.noContract',
      'salary.sum',
      'total.parallel',
      'total.sum',
    ])
  })

test('G7 money, durations and dates of a step are written as on the screen', async () => {
  const i18n = createInstance()
  await i18n.init({
    lng: 'en',
    ns: ['diary'],
    defaultNS: 'diary',
    resources: { en },
    interpolation: { escapeValue: false },
  })
  const t = i18n.getFixedT('en', 'diary') as unknown as TFunction<'diary'>
  const step: ExplainStep = {
    code: 'salary.hourly',
    values: { from: '2026-01-01', days: 31, daysInMonth: 31, wageMinor: 2050, ms: 5_400_000 },
    resultMinor: 3075,
  }
  expect(explainStep(step, t, createFormat('en-GB', 'UTC', 'EUR'))).toEqual({
    text: '1:30 × €20.50 an hour (contract from 1 Jan 2026)',
    result: '€30.75',
  })
})
