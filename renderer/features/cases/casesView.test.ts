import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CaseSort } from '../../../shared/contract/case.ts'
import { CasePriority, CaseStatus } from '../../../shared/entities/case.ts'
import { ALL_CASES, casesPath, casesViewFrom, FIRST_VIEW } from './casesView.ts'

const partOf = (path: string): string => path.replace(/^\//, '')

test('an address without a view shows what is not closed, the newest first', () => {
  expect(casesViewFrom('')).toEqual(FIRST_VIEW)
  expect(casesPath(FIRST_VIEW)).toBe('')
  expect(casesViewFrom(partOf(casesPath(ALL_CASES)))).toEqual(ALL_CASES)
})

test('every view comes back from its address', () => {
  const ids = fc.option(fc.uuid(), { nil: null })
  const views = fc.record({
    filter: fc.record(
      {
        status: fc.constantFrom(...CaseStatus.options, 'unclosed' as const),
        priority: fc.constantFrom(...CasePriority.options),
        customerId: fc.uuid(),
        projectId: ids,
        assigneeId: ids,
        search: fc.string({ minLength: 1, maxLength: 40 }),
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom(...CaseSort.options),
    ascending: fc.boolean(),
  })
  fc.assert(
    fc.property(views, (view) => {
      expect(casesViewFrom(partOf(casesPath(view)))).toEqual(view)
    }),
  )
})

test.each(['status=soon', 'priority=%E0%A4', '%', 'customerId=', 'sort=nonsense', 'a&b&&='])(
  'an address that somebody typed says nothing where it cannot be read: %s',
  (typed) => expect(casesViewFrom(encodeURIComponent(typed))).toEqual(FIRST_VIEW),
)
