// The rules of cases by table: what takes time, what moves with the customer, and whose names are offered (D6, D9).
import { describe, expect, test } from 'vitest'
import type { Case } from '../entities/case.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import { subjectOf } from '../entities/subject.ts'
import { editedCase, newCase } from './case.ts'
import { isOffered, reachOf } from './reach.ts'
import { openSubject, subjectRefusal } from './subject.ts'

const open: Case = { ...newCase('c', 'acme', 'CASE-1', 0), name: 'Leak' }
const closed: Case = { ...open, status: 'closed' }
const tied: Case = { ...open, projectId: 'p' }
const facts = (on: Case, customerId = 'acme') => ({
  subject: subjectOf({ customerId, caseId: on.id }),
  things: { ...NOTHING, case: on },
})
const NOTHING = { customer: null, category: null, project: null, opportunity: null, tag: [] }
const rules = { ...DEFAULT_RULES, requireCustomer: false, requireCategory: false }
const modules = ['cases'] as const
const free = { casesNeedProject: false, modules }
const strict = { casesNeedProject: true, modules }
const off = { casesNeedProject: false, modules: [] }
const onIt = { subject: subjectOf({ customerId: 'acme', caseId: 'c' }), date: '2026-03-02' }

describe('D5 D6 what takes time', () => {
  test.each([
    ['an open case', open, free, 'new', null],
    ['one that waits', { ...open, status: 'waiting' as const }, free, 'new', null],
    ['a closed one', closed, free, 'new', 'case.closed'],
    ['a closed one that the time is on already', closed, free, 'kept', null],
    ['a closed one that a timer ran on', closed, free, 'begun', null],
    ['one without a project where one is needed', open, strict, 'new', 'case.projectRequired'],
    ['one with a project where one is needed', tied, strict, 'new', null],
    ['one without, which the time is on already', open, strict, 'kept', null],
    ['one without, which a timer ran on', open, strict, 'begun', null],
    ['one while cases are switched off', open, off, 'new', 'module.off'],
    ['one while they are off, which a timer ran on', open, off, 'begun', null],
    ['one that is deleted', { ...open, removed: true }, free, 'new', 'notFound.case'],
  ] as const)('%s', (_, on, settings, how, code) => {
    const was = how === 'kept' ? onIt : null
    const begun = how === 'begun' ? onIt.subject : null
    const refusal = subjectRefusal({ ...facts(on), rules, settings }, '2026-03-02', was, begun)
    expect(refusal?.error.code ?? null).toBe(code)
  })

  test('a case of another customer takes none', () => {
    const refusal = subjectRefusal({ ...facts(open, 'globex'), rules, settings: free }, '2026-03-02')
    expect(refusal?.error).toMatchObject({
      code: 'case.otherCustomer',
      details: { values: { code: 'CASE-1' } },
    })
  })

  test.each([
    ['an open one stays', open, free, 'c'],
    ['a closed one is left off', closed, free, null],
    ['one is left off while cases are switched off', open, off, null],
    ['one without a project is left off where one is needed', open, strict, null],
  ] as const)('for new time %s', (_, on, settings, caseId) => {
    expect(openSubject(facts(on), '2026-03-02', settings)).toMatchObject({ customerId: 'acme', caseId })
  })
})

test('another customer has other projects', () => {
  expect(editedCase(tied, { customerId: 'globex' })).toMatchObject({ customerId: 'globex', projectId: null })
  expect(editedCase(tied, { customerId: 'globex', projectId: 'q' })).toMatchObject({ projectId: 'q' })
  expect(editedCase(tied, { customerId: 'acme', status: 'closed' })).toMatchObject({
    projectId: 'p',
    status: 'closed',
  })
})

describe('D9 whose names are offered', () => {
  const row = (userId: string, officeId: string, departmentId: string) => ({ userId, officeId, departmentId })
  const rows = [
    row('me', 'HAM', 'DEV'),
    row('me', 'VIE', 'CON'),
    row('bo', 'VIE', 'DEV'),
    row('cy', 'LON', 'CON'),
  ]
  test.each([
    ['everybody', 'cy', true],
    ['everybody', 'nowhere', true],
    ['office', 'bo', true],
    ['office', 'cy', false],
    ['department', 'bo', true],
    ['department', 'cy', true],
    ['department', 'nowhere', false],
    ['office', 'nowhere', false],
    ['oneself', 'bo', false],
    ['oneself', 'me', true],
    ['office', 'me', true],
  ] as const)('%s: %s %s', (reach, userId, offered) => {
    expect(isOffered(reach, 'me', userId, rows)).toBe(offered)
  })

  test.each([
    ['administrator', 'everybody'],
    ['manager', 'office'],
    ['employee', 'oneself'],
  ] as const)('%s: %s', (role, reach) => {
    expect(reachOf({ role }, { namesOffered: { manager: 'office', employee: 'oneself' } })).toBe(reach)
  })
})
