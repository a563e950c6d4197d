// The rules of projects by table: codes, completion, whose time they take, and what an active timer protects (C11, C12).
import { describe, expect, test } from 'vitest'
import type { TimerRef } from '../contract/errors.ts'
import { nextCode, numberInCode } from '../entities/codeInOrder.ts'
import { isCompletedOn, isOpen } from '../entities/project.ts'
import type { Project } from '../entities/project.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import { subjectAfter, subjectOf } from '../entities/subject.ts'
import type { Timer } from '../entities/timer.ts'
import { guardTimers } from './guards.ts'
import { removal } from './directory.ts'
import { newProject } from './project.ts'
import { subjectRefusal } from './subject.ts'

const project: Project = {
  ...newProject('p', 'acme', { code: 'PROJ-123', colour: 'blue', now: 0 }),
  name: 'Website',
}

describe('codes', () => {
  test.each([
    ['PROJ-1', 1],
    ['proj-10', 10],
    ['WEB', null],
    ['PROJ-x', null],
    ['PROJ-', null],
    ['XPROJ-77', null],
    // Beyond what counts, a number is a name like any other.
    ['PROJ-99999999999999999999', null],
  ])('the number of %s is %s', (code, number) => {
    expect(numberInCode('PROJ', code)).toBe(number)
  })

  test('the next one comes after the highest', () => {
    expect(nextCode('PROJ', 0)).toBe('PROJ-1')
    expect(nextCode('PROJ', 10)).toBe('PROJ-11')
  })
})

describe('whose it is', () => {
  test.each([
    [{}, 'p'],
    [{ customerId: 'acme' }, 'p'],
    [{ customerId: 'globex' }, null],
    [{ customerId: null }, null],
    [{ projectId: null }, null],
    [{ projectId: 'q' }, 'q'],
    [{ customerId: 'globex', projectId: 'q' }, 'q'],
  ])('an edit to %j leaves the project %s', (args, after) => {
    const was = subjectOf({ customerId: 'acme', categoryId: 'k', projectId: 'p' })
    expect(subjectAfter(was, args)).toMatchObject({ categoryId: 'k', projectId: after })
  })
})

describe('what takes time', () => {
  const completed = { ...project, completionDate: '2026-03-03' }
  test.each([
    ['its customer’s time', project, 'acme', '2026-03-04', null],
    ['another customer’s', project, 'globex', '2026-03-04', 'project.otherCustomer'],
    ['nobody’s', project, null, '2026-03-04', 'project.otherCustomer'],
    ['time before the completion', completed, 'acme', '2026-03-02', null],
    ['time on the day of the completion', completed, 'acme', '2026-03-03', null],
    ['time after the completion', completed, 'acme', '2026-03-04', 'project.completed'],
    ['time on what is deleted', { ...project, removed: true }, 'acme', '2026-03-02', 'notFound.project'],
  ])('%s', (_, on, customerId, date, code) => {
    const subject = subjectOf({ customerId, projectId: on.id })
    const things = { customer: null, category: null, project: on, case: null, opportunity: null, tag: [] }
    const rules = { ...DEFAULT_RULES, requireCustomer: false, requireCategory: false }
    const settings = { casesNeedProject: false, modules: [] }
    expect(subjectRefusal({ subject, things, rules, settings }, date)?.error.code ?? null).toBe(code)
  })

  test('it is offered until its completion date comes', () => {
    expect(['2026-03-02', '2026-03-03', '2026-03-04'].map((date) => isOpen(completed, date))).toEqual([
      true,
      false,
      false,
    ])
    expect(['2026-03-03', '2026-03-04'].map((date) => isCompletedOn(completed, date))).toEqual([false, true])
  })

  test('deleted, it stays for the past where time was recorded, and is gone where not', () => {
    expect(removal('project', project, true)).toMatchObject({ op: 'put', value: { removed: true } })
    expect(removal('project', project, false)).toMatchObject({ op: 'remove', id: 'p' })
  })
})

describe('guards of an active timer', () => {
  const timer = (projectId: string | null, state: Timer['state'] = 'running'): Timer => ({
    id: 't',
    userId: 'u',
    ...subjectOf({ customerId: 'acme', projectId }),
    state,
    startedAt: 0,
    segments: [{ start: 0, end: state === 'running' ? null : 1 }],
    note: '',
    zone: 'UTC',
    taskId: null,
  })
  const ref = { timerId: 't' } as TimerRef
  const judge = (after: Project | null, on: Timer, before: Project = project) =>
    guardTimers(
      [{ entity: 'project', before, after }],
      [{ timer: on, ref }],
      () => '2026-03-03',
      () => null,
    )

  const dated = (completionDate: string | null): Project => ({ ...project, completionDate })
  test.each([
    ['C11', 'completed before the timer’s date', dated('2026-03-02'), project, 'guard.projectEdit'],
    ['C11', 'completed on the timer’s date', dated('2026-03-03'), project, null],
    ['C11', 'completed after it', dated('2026-03-04'), project, null],
    ['C11', 'brought forward before it', dated('2026-03-01'), dated('2026-03-05'), 'guard.projectEdit'],
    ['C11', 'reopened', project, dated('2026-03-02'), null],
    ['C11', 'renamed', { ...project, name: 'Shop' }, project, null],
    [
      'C11',
      'renamed with a date before it',
      { ...dated('2026-03-02'), name: 'Shop' },
      dated('2026-03-02'),
      null,
    ],
    ['C11', 'moved to another customer', { ...project, customerId: 'globex' }, project, 'guard.projectEdit'],
    ['C12', 'deleted', { ...project, removed: true }, project, 'guard.projectDelete'],
    ['C12', 'taken away', null, project, 'guard.projectDelete'],
  ])('%s %s', (_, __, after, before, code) => {
    for (const state of ['running', 'paused', 'stopped'] as const) {
      expect(judge(after, timer('p', state), before)?.code ?? null).toBe(code)
      expect(judge(after, timer('q', state), before)).toBeNull()
      expect(judge(after, timer(null, state), before)).toBeNull()
    }
  })

  test('C12 the refusal has the project’s own code and names the timer', () => {
    expect(judge(null, timer('p'))).toEqual({
      code: 'guard.projectDelete',
      details: { timers: [ref], values: { code: 'PROJ-123' } },
    })
  })
})
