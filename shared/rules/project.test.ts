// The rules of projects by table: codes, completion, whose time they take, and what an active timer protects (C11, C12).
import { describe, expect, test } from 'vitest'
import type { TimerRef } from '../contract/errors.ts'
import { isCompletedOn, isOpen, nextProjectCode } from '../entities/project.ts'
import type { Project } from '../entities/project.ts'
import type { Timer } from '../entities/timer.ts'
import { newCustomer } from './directory.ts'
import { guardTimers } from './guards.ts'
import { newProject, projectAfter, projectRefusal, projectRemoval, saveProject } from './project.ts'

const project: Project = { ...newProject('p', 'acme', 'PROJ-123', 0), name: 'Website' }
const customer = { ...newCustomer('acme', 0), name: 'Acme' }
const other = { ...newCustomer('globex', 0), name: 'Globex' }

describe('codes', () => {
  test.each([
    [[], 'PROJ-1'],
    [['PROJ-1', 'PROJ-2'], 'PROJ-3'],
    [['PROJ-9', 'PROJ-10'], 'PROJ-11'],
    [['proj-4', 'WEB', 'PROJ-x', 'PROJ-', 'XPROJ-77'], 'PROJ-5'],
    // Beyond what counts, a number is a name like any other.
    [['PROJ-99999999999999999999'], 'PROJ-1'],
  ])('after %j comes %s', (codes, next) => {
    expect(nextProjectCode(codes)).toBe(next)
  })

  test('no two share one, whatever case and accents they are written with', () => {
    const facts = { customer, others: [{ ...project, id: 'q', code: 'proj-124' }], entries: 0 }
    expect(saveProject(project, { code: 'PROJ-124' }, facts)).toMatchObject({
      ok: false,
      error: { code: 'project.codeTaken', details: { values: { code: 'PROJ-124' } } },
    })
    expect(saveProject(project, { code: 'PROJ-123' }, { ...facts, others: [project] }).ok).toBe(true)
  })
})

describe('whose it is', () => {
  test.each([
    ['a customer that is not there', null, 0, 'notFound.customer'],
    ['a customer that was deleted', { ...other, removed: true }, 0, 'notFound.customer'],
    ['another customer, with time recorded', other, 3, 'project.hasTime'],
    ['another customer, without time', other, 0, null],
  ])('moved to %s', (_, to, entries, code) => {
    const saved = saveProject(project, { customerId: 'globex' }, { customer: to, others: [project], entries })
    expect(saved.ok ? null : saved.error.code).toBe(code)
  })

  test.each([
    [{}, 'p'],
    [{ customerId: 'acme' }, 'p'],
    [{ customerId: 'globex' }, null],
    [{ customerId: null }, null],
    [{ projectId: null }, null],
    [{ projectId: 'q' }, 'q'],
    [{ customerId: 'globex', projectId: 'q' }, 'q'],
  ])('an edit to %j leaves the project %s', (args, after) => {
    expect(projectAfter({ customerId: 'acme', projectId: 'p' }, args)).toBe(after)
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
    expect(projectRefusal(on, { customerId, date })?.error.code ?? null).toBe(code)
  })

  test('no project takes any time', () => {
    expect(projectRefusal(null, { customerId: null, date: '2026-03-03' })).toBeNull()
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
    expect(projectRemoval(project, 1)).toMatchObject({ op: 'put', value: { removed: true } })
    expect(projectRemoval(project, 0)).toMatchObject({ op: 'remove', id: 'p' })
  })
})

describe('guards of an active timer', () => {
  const timer = (projectId: string | null, state: Timer['state'] = 'running'): Timer => ({
    id: 't',
    userId: 'u',
    customerId: 'acme',
    categoryId: null,
    projectId,
    state,
    startedAt: 0,
    segments: [{ start: 0, end: state === 'running' ? null : 1 }],
    note: '',
    zone: 'UTC',
    taskId: null,
  })
  const ref = { timerId: 't' } as TimerRef
  const judge = (after: Project | null, on: Timer, before: Project = project) =>
    guardTimers([{ entity: 'project', before, after }], [{ timer: on, ref }], () => '2026-03-03')

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
