import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REPORT_GROUPS } from '../../../shared/entities/report.ts'
import { EVERYTHING, RANGES } from '../entries/listView.ts'
import { definitionOf, FIRST_VIEW, reportFrom, reportPath, viewOf } from './reportView.ts'
import type { ReportView } from './reportView.ts'

const views: fc.Arbitrary<ReportView> = fc.record({
  by: fc.shuffledSubarray([...REPORT_GROUPS], { minLength: 1, maxLength: 3 }),
  customerId: fc.constantFrom(null, 'c1', 'c&2 =3'),
  saved: fc.constantFrom(null, 'r1'),
  list: fc
    .record({
      range: fc.constantFrom(...RANGES.filter((range) => range !== 'days')),
      filter: fc.constantFrom(
        {},
        { userId: 'u1' },
        { billable: false },
        { projectId: null, text: 'a & b' },
        { officeId: null },
      ),
    })
    .map((list) => ({ ...EVERYTHING, ...list })),
})

test('I8 I10 the address holds the report: what is read from it is what was put there', () => {
  fc.assert(
    fc.property(views, (view) => {
      const path = reportPath(view).replace('/reports/time/', '')
      expect(reportFrom(path)).toEqual(view)
    }),
  )
})

test('I10 a saved report leads to where it was saved from', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(viewOf(definitionOf(view), view.saved)).toEqual(view)
    }),
  )
})

test.each(['', 'by=', 'by=weather', '%', 'nonsense'])(
  'I8 what is no report (%j) is the first one',
  (path) => {
    expect(reportFrom(path)).toEqual(FIRST_VIEW)
  },
)
