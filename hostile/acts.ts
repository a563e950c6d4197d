// What people do all day, as acts that are made of a few numbers: drawn at random, shrunk, and replayed from a seed.
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { RateLevel } from '../shared/entities/rate.ts'
import { GAP_CHOICES } from '../shared/contract/timer.ts'

/** Where the acts find what there is: ids by noun, newest first, and the moment. */
export type Scene = { now: number; ids(pool: string): readonly string[] }

/** Three numbers that decide the act's details. */
export type Dice = readonly [number, number, number]

type Made = { [N in RequestName]: { name: N; args: ArgsOf<N> } }[RequestName]
const act = <N extends RequestName>(name: N, args: ArgsOf<N>): Made => ({ name, args }) as Made

type Maker = (scene: Scene, dice: Dice) => Made

const some = ({ ids }: Scene, pool: string, n: number): string => {
  const all = ids(pool)
  return all[n % Math.max(1, all.length)] ?? 'nobody'
}
const names = ['Initech', 'Umbrella', 'Hooli', 'Travel', 'Study', 'Dee Fox', 'Eli Gray', 'ÀCME', 'Vandelay']
const name = (n: number): string => `${names[n % names.length] ?? ''}${n % 3 === 0 ? '' : ` ${n % 7}`}`
const notes = ['', 'short', 'two\nlines', '=1+1', '🙂 emoji', 'שלום', 'x'.repeat(300)]
const note = (n: number): string => notes[n % notes.length] ?? ''
const MOODS = ['Active', 'Prospect', 'Inactive', 'Archived'] as const
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const
const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** Acts by name; the more often one is done in life, the more often it stands here. */
export const MAKERS: Record<string, Maker> = {
  start: (s, [a, b, c]) =>
    act('timer.start', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', b),
      ...(b % 4 === 0 ? { projectId: some(s, 'project', c) } : {}),
      note: note(c),
      switch: c % 3 !== 0,
    }),
  startEarlier: (s, [a, b, c]) =>
    act('timer.start', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', b),
      at: s.now - (c % 400) * MINUTE_MS,
      switch: true,
    }),
  pause: (s, [a]) => act('timer.pause', { timerId: some(s, 'timer', a) }),
  resume: (s, [a]) => act('timer.resume', { timerId: some(s, 'timer', a) }),
  note: (s, [a, b]) => act('timer.note', { timerId: some(s, 'timer', a), note: note(b) }),
  editTimer: (s, [a, b, c]) =>
    act('timer.edit', {
      timerId: some(s, 'timer', a),
      ...(c % 2 === 0
        ? { customerId: some(s, 'customer', b) }
        : { startedAt: s.now - (b % 300) * MINUTE_MS }),
    }),
  stop: (s, [a, b]) =>
    act('timer.stop', { timerId: some(s, 'timer', a), ...(b % 4 === 0 ? { note: note(b) } : {}) }),
  stopAsk: (s, [a]) => act('timer.stop', { timerId: some(s, 'timer', a), dialog: true }),
  stopEarlier: (s, [a, b]) =>
    act('timer.stop', { timerId: some(s, 'timer', a), at: s.now - (b % 90) * MINUTE_MS }),
  record: (s, [a, b, c]) =>
    act('timer.record', {
      timerId: some(s, 'timer', a),
      ...(b % 2 === 0 ? {} : { durationMinutes: 1 + (b % 200) }),
      ...(c % 3 === 0 ? { customerId: some(s, 'customer', c) } : {}),
      ...(c % 5 === 0 ? { startAt: s.now - (c % 600) * MINUTE_MS } : {}),
    }),
  cancelRecord: (s, [a]) => act('timer.cancelRecord', { timerId: some(s, 'timer', a) }),
  discard: (s, [a]) => act('timer.discard', { timerId: some(s, 'timer', a) }),
  continueLast: (_, [a]) => act('timer.continueLast', { switch: a % 2 === 0 }),
  restoreDraft: (s, [a]) => act('draft.restore', { draftId: some(s, 'noteDraft', a) }),
  removeDraft: (s, [a]) => act('draft.remove', { draftId: some(s, 'noteDraft', a) }),
  answerGap: (s, [a, b, c]) => {
    const choice = GAP_CHOICES[b % GAP_CHOICES.length] ?? 'keep'
    return act('gap.resolve', {
      gapId: some(s, 'gap', a),
      choice,
      ...(choice === 'giveTo'
        ? { customerId: some(s, 'customer', c), categoryId: some(s, 'category', c) }
        : {}),
      ...(choice === 'split' ? { at: s.now - (c % 60) * MINUTE_MS } : {}),
    })
  },
  add: (s, [a, b, c]) => {
    const endAt = s.now - (b % 2_000) * MINUTE_MS
    return act('entry.add', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', c),
      startAt: endAt - (1 + (c % 700)) * MINUTE_MS,
      endAt,
      note: note(a),
    })
  },
  edit: (s, [a, b, c]) =>
    act('entry.edit', {
      entryId: some(s, 'timeEntry', a),
      ...(b % 2 === 0 ? { note: note(b) } : { startAt: s.now - (b % 3_000) * MINUTE_MS }),
      ...(b % 3 === 0 ? { endAt: s.now - (c % 400) * MINUTE_MS } : {}),
      ...(c % 3 === 0 ? { customerId: some(s, 'customer', c) } : {}),
      ...(c % 11 === 0 ? { customerId: null } : {}),
      ...(a % 5 === 0 ? { projectId: some(s, 'project', b) } : {}),
    }),
  remove: (s, [a, b]) =>
    act('entry.remove', { entryId: some(s, 'timeEntry', a), ...(b % 2 === 0 ? { reason: note(b) } : {}) }),
  undo: (s, [a]) => act('change.undo', { commitId: some(s, 'commit', a % 12) }),
  addCustomer: (_, [a, b]) => act('customer.add', { name: name(a), code: b % 2 === 0 ? '' : `K${b % 5}` }),
  editCustomer: (s, [a, b, c]) =>
    act('customer.edit', {
      customerId: some(s, 'customer', a),
      ...(b % 2 === 0 ? { name: name(b) } : { status: MOODS[c % 4] ?? 'Active' }),
    }),
  removeCustomer: (s, [a]) => act('customer.remove', { customerId: some(s, 'customer', a) }),
  addProject: (s, [a, b, c]) =>
    act('project.add', {
      customerId: some(s, 'customer', a),
      name: name(b),
      ...(c % 3 === 0 ? { code: `P${c % 7}` } : {}),
    }),
  editProject: (s, [a, b, c]) =>
    act('project.edit', {
      projectId: some(s, 'project', a),
      ...(b % 3 === 0
        ? { completionDate: c % 4 === 0 ? null : date(s.now - ((c % 9) - 2) * 24 * HOUR_MS) }
        : b % 3 === 1
          ? { customerId: some(s, 'customer', c) }
          : { name: name(c) }),
    }),
  removeProject: (s, [a]) => act('project.remove', { projectId: some(s, 'project', a) }),
  addCategory: (_, [a]) => act('category.add', { name: name(a) }),
  editCategory: (s, [a, b]) =>
    act('category.edit', {
      categoryId: some(s, 'category', a),
      ...(b % 2 === 0 ? { name: name(b) } : { active: b % 3 !== 0 }),
    }),
  removeCategory: (s, [a]) => act('category.remove', { categoryId: some(s, 'category', a) }),
  addUser: (_, [a, b]) =>
    act('user.add', {
      name: name(a),
      role: (['administrator', 'manager', 'employee'] as const)[b % 3] ?? 'employee',
    }),
  editUser: (s, [a, b]) =>
    act('user.edit', {
      userId: some(s, 'user', a),
      ...(b % 3 === 0
        ? { active: b % 2 === 0 }
        : b % 3 === 1
          ? { role: 'employee' as const }
          : { name: name(b) }),
    }),
  removeUser: (s, [a]) => act('user.remove', { userId: some(s, 'user', a) }),
  contract: (s, [a, b, c]) =>
    act('employment.set', {
      userId: some(s, 'user', a),
      validFrom: date(s.now - (b % 90) * 24 * HOUR_MS),
      expectedMinutes: [480, 480, 480, 480, c % 480, 0, 0],
      expectedMonthMinutes: c % 2 === 0 ? null : 9_600,
      wage: { kind: c % 2 === 0 ? 'hourly' : 'monthly', amountMinor: 1_000 + c },
      extraHourMinor: b,
      bonusMinor: a,
    }),
  endContract: (s, [a]) => act('employment.remove', { employmentId: some(s, 'employment', a) }),
  rate: (s, [a, b, c]) => {
    const level = RateLevel.options[a % RateLevel.options.length] ?? 'organisation'
    return act('rate.set', {
      level,
      subjectId: level === 'organisation' ? null : some(s, level, b),
      validFrom: date(s.now - (b % 90) * 24 * HOUR_MS),
      amountMinor: c,
    })
  },
  endRate: (s, [a]) => act('rate.remove', { rateId: some(s, 'rate', a) }),
  settings: (_, [a, b, c]) =>
    act(
      'organisation.edit',
      [
        { severalTimers: b % 2 === 0 },
        { timeLogDialog: b % 2 === 0 },
        { overlaps: b % 3 === 0 ? ('refuse' as const) : ('flag' as const) },
        { dayStartMinutes: [0, 0, 240, 359, 720][b % 5] ?? 0 },
        { zone: zones[c % zones.length] ?? 'UTC' },
      ][a % 5] ?? {},
    ),
  mine: (_, [a, b]) =>
    act('rules.saveMine', {
      rules:
        [{ requireNote: b % 2 === 0 }, { requireCustomer: b % 2 === 0 }, { minSessionMinutes: b % 3 }, {}][
          a % 4
        ] ?? {},
    }),
  close: (s, [a]) =>
    act('period.close', { through: a % 3 === 0 ? null : date(s.now - (1 + (a % 9)) * 24 * HOUR_MS) }),
  who: (s, [a]) => act('session.switchUser', { userId: some(s, 'user', a) }),
}

const OFTEN = [
  'start',
  'startEarlier',
  'pause',
  'resume',
  'note',
  'stop',
  'stop',
  'add',
  'add',
  'edit',
  'stopAsk',
  'record',
]
export const ACT_NAMES: readonly string[] = [...Object.keys(MAKERS), ...OFTEN, ...OFTEN]
