// Proves that every step the rules of pay and billing can emit has its words in both languages, with nothing left unfilled (G7).
import { createInstance } from 'i18next'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import type { ExplainStep } from '../../../shared/contract/diary.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { RateLevel } from '../../../shared/entities/rate.ts'
import { DEFAULT_RULES } from '../../../shared/entities/rules.ts'
import { billFigures } from '../../../shared/rules/billing.ts'
import { accountSteps } from '../../../shared/rules/timeAccount.ts'
import { vacationSteps } from '../../../shared/rules/vacation.ts'
import { monthFigures } from '../../../shared/rules/payroll.ts'
import { termsOf } from '../../../shared/rules/terms.ts'
import type { Basis, Terms } from '../../../shared/rules/terms.ts'
import { de } from '../../text/de.ts'
import { en } from '../../text/en.ts'
import { createFormat } from '../../ui/figures/format.ts'
import { explainStep } from './explainStep.ts'

const HOUR = 3_600_000

const contract = (more: Partial<Employment>): Employment => ({
  id: 'e',
  userId: 'u',
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'hourly', amountMinor: 2000 },
  extraBy: 'month',
  extraHourMinor: 2500,
  extraSteps: [],
  supplements: [],
  bonusMinor: 1000,
  ...more,
})

/** Every way in which a month can be paid. */
function allSteps(): ExplainStep[] {
  const days = new Map([['2026-03-03', { totalMs: 200 * HOUR, bookedMs: 210 * HOUR, entryCount: 3 }]])
  const facts = { month: '2026-03', days, holidays: new Map<string, string>(), weekStart: 1, former: false }
  const basis: Basis = { from: '', rules: DEFAULT_RULES, startDate: null, lastDate: null, contracted: true }
  const under = (...contracts: Employment[]) => termsOf(contracts, [basis])
  const monthly = { kind: 'monthly', amountMinor: 300_001 } as const
  const cases: (readonly Terms[])[] = [
    termsOf([], [{ ...basis, startDate: '2026-03-10', contracted: false }]),
    termsOf([contract({})], [{ ...basis, lastDate: '2026-03-10' }]),
    under(contract({})),
    under(contract({ extraBy: 'week' })),
    under(contract({ extraBy: 'day' })),
    under(contract({ expectedMonthMinutes: 9600, wage: monthly })),
    under(contract({}), contract({ id: 'f', validFrom: '2026-03-16', wage: monthly })),
    under(
      contract({ wage: monthly }),
      contract({ id: 'f', validFrom: '2026-03-11', wage: monthly }),
      contract({ id: 'g', validFrom: '2026-03-21', wage: monthly, extraBy: 'contract' }),
    ),
    under(contract({ validFrom: '2026-03-10' })),
    under(contract({ validFrom: '2026-06-01' })),
  ]
  const absent = new Map([
    ['2026-03-04', { parts: [], loweredMs: HOUR, creditedMs: HOUR, unpaidMs: HOUR, hundredths: 0 }],
  ])
  const months = [
    ...cases.map((terms) => ({ ...facts, terms })),
    { ...facts, terms: under(contract({ wage: monthly })), absent },
    {
      ...facts,
      terms: under(
        contract({
          extraSteps: [{ minutes: null, percent: 125 }],
          supplements: (['every', 'sunday', 'holiday'] as const).map((on) => ({
            on,
            fromMinute: 0,
            toMinute: 1440,
            percent: 25,
          })),
        }),
      ),
      leftOut: { days: 1, entries: 1, totalMs: HOUR, bookedMs: HOUR },
      // An hour on a Sunday and one on a holiday.
      clock: {
        segments: (date: string) =>
          ['2026-03-05', '2026-03-08'].includes(date)
            ? [{ start: Date.parse(`${date}T10:00Z`), end: Date.parse(`${date}T11:00Z`) }]
            : [],
        isHoliday: (date: string) => date === '2026-03-05',
        zone: () => 'UTC',
      },
    },
  ]
  return months.flatMap((month) => {
    const { steps } = monthFigures(month)
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
    amountMinor: 9001,
  }))
  return [
    ...billFigures({ shares, withoutRate: some, notBillable: some }).steps,
    ...billFigures({ shares: [], withoutRate: none, notBillable: none }).steps,
  ]
}

/** Every way to a balance, of time and of vacation. */
function balanceSteps(): ExplainStep[] {
  const line = {
    month: '2026-03',
    through: '2026-03-17',
    totalMs: HOUR,
    expectedMs: HOUR,
    entriesMs: HOUR,
    balanceMs: HOUR,
  }
  const on = '2026-03-17'
  const year = {
    year: 2026,
    entitled: 1,
    corrected: 1,
    taken: 1,
    planned: 1,
    expired: 1,
    requested: 1,
    remaining: 1,
  }
  return [
    ...accountSteps({ begins: null, months: [], on }),
    ...accountSteps({ begins: '2026-03-01', months: [line], on }),
    ...accountSteps({ begins: '2026-02-01', months: [line, { ...line, month: '2026-02' }], on }),
    ...vacationSteps({ ...year, carried: 1, carriedUntil: null }),
    ...vacationSteps({ ...year, carried: 1, carriedUntil: '2026-03-31' }),
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
    for (const step of [...allSteps(), ...amountSteps(), ...balanceSteps()]) {
      const { text } = explainStep(step, t, format)
      expect(text, step.code).not.toMatch(/explain\.|\{\{|undefined|NaN/)
      codes.add(step.code)
    }
    expect([...codes].sort()).toEqual([
      'account.before',
      'account.begins',
      'account.entries',
      'account.month',
      'account.none',
      'account.sum',
      'amount.customer',
      'amount.none',
      'amount.notBillable',
      'amount.organisation',
      'amount.project',
      'amount.rounding',
      'amount.sum',
      'amount.user',
      'amount.withoutRate',
      'expected.absence',
      'expected.afterEnd',
      'expected.beforeContract',
      'expected.beforeStart',
      'expected.month',
      'expected.rules',
      'expected.weekdays',
      'extra.day',
      'extra.difference',
      'extra.share',
      'extra.sum',
      'extra.week',
      'pay.leftOut',
      'salary.bonus',
      'salary.extra',
      'salary.extraStep',
      'salary.hourly',
      'salary.monthly',
      'salary.noContract',
      'salary.rounding',
      'salary.sum',
      'salary.supplement.every',
      'salary.supplement.holiday',
      'salary.supplement.sunday',
      'salary.unpaid',
      'total.absence',
      'total.parallel',
      'total.sum',
      'vacation.carried',
      'vacation.carriedUntil',
      'vacation.corrected',
      'vacation.entitled',
      'vacation.expired',
      'vacation.planned',
      'vacation.remaining',
      'vacation.requested',
      'vacation.taken',
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
