// `daybook absence`: entered or asked for, approved, rejected, taken back; the vacation of a year (I1 to I3).
import type { AbsenceView } from '../../shared/contract/absence.ts'
import { AbsenceEffect } from '../../shared/entities/absenceKind.ts'
import { days, readDays, readMinutes } from '../amounts.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { duration } from '../words.ts'

const right = true

const userNamed = async (session: Session, name: string | undefined, own: string): Promise<string> =>
  name === undefined ? own : idOfName(session, 'user', name, null)

export type AddOptions = {
  user?: string
  kind: string
  from: string
  to?: string
  half?: boolean
  hours?: string
  note?: string
}

export async function addAbsence(session: Session, options: AddOptions): Promise<Outcome> {
  const { user } = await session.setUp()
  if (options.half === true && options.hours !== undefined)
    throw new UsageError('Say --half or --hours, not both.')
  const minutes = options.hours === undefined ? null : readMinutes(options.hours)
  const value = await session.ask('absence.add', {
    userId: await userNamed(session, options.user, user.id),
    kindId: await idOfName(session, 'absenceKind', options.kind, null),
    firstDay: readDate(options.from),
    lastDay: readDate(options.to ?? options.from),
    portion: options.half === true ? 'half' : minutes === null ? 'whole' : 'hours',
    minutes,
    ...(options.note === undefined ? {} : { note: options.note }),
  })
  const said = value.status === 'requested' ? 'Requested' : 'Entered'
  const timer = value.timerRuns ? ' A timer is running on one of these days; it keeps running.' : ''
  return { value, text: `${said}: absence ${value.absenceId}.${timer}` }
}

export type ListOptions = { user?: string; from?: string; to?: string; requested?: boolean }

const partOf = ({ portion, days: count, ms }: AbsenceView): string =>
  portion === 'hours' ? duration(ms) : portion === 'half' ? `${count} × ½` : `${count} d`

export async function listAbsences(session: Session, options: ListOptions): Promise<Outcome> {
  await session.setUp()
  const value = await session.ask('absence.list', {
    ...(options.user === undefined ? {} : { userId: await idOfName(session, 'user', options.user, null) }),
    ...(options.from === undefined ? {} : { from: readDate(options.from) }),
    ...(options.to === undefined ? {} : { to: readDate(options.to) }),
    ...(options.requested === true ? { status: 'requested' as const } : {}),
  })
  const rows = value.rows.map((row) => [
    row.id,
    row.userName,
    row.kindName || 'absent',
    row.firstDay,
    row.lastDay,
    partOf(row),
    row.status,
    oneLine([row.note, row.reason].filter(Boolean).join(' · '), 40),
  ])
  const columns = [
    { title: 'Absence' },
    { title: 'User' },
    { title: 'Kind' },
    { title: 'From' },
    { title: 'To' },
    { title: 'Takes', right },
    { title: 'Status' },
    { title: 'Note' },
  ]
  return {
    value: { absences: value.rows, onlyYours: value.onlyYours },
    text: rows.length === 0 ? 'No absences.' : table(columns, rows),
  }
}

export async function decide(
  session: Session,
  act: 'approve' | 'reject',
  absenceId: string,
  options: { reason?: string },
): Promise<Outcome> {
  await session.setUp()
  const { reason } = options
  if (act === 'approve')
    await session.ask('absence.approve', reason === undefined ? { absenceId } : { absenceId, reason })
  else await session.ask('absence.reject', { absenceId, reason: reason ?? '' })
  return { value: { absenceId }, text: act === 'approve' ? 'Approved.' : 'Rejected.' }
}

export async function withdraw(session: Session, absenceId: string): Promise<Outcome> {
  await session.setUp()
  await session.ask('absence.withdraw', { absenceId })
  return { value: { absenceId }, text: 'Withdrawn.' }
}

export async function vacation(
  session: Session,
  options: { user?: string; year?: string },
): Promise<Outcome> {
  const { user, state } = await session.setUp()
  const year = options.year === undefined ? Number(state.today.slice(0, 4)) : Number(options.year)
  if (!Number.isInteger(year)) throw new UsageError(`“${options.year}” is not a year. Write it like 2026.`)
  const userId = await userNamed(session, options.user, user.id)
  const value = await session.ask('entitlement.balance', { userId, year })
  const of = value.vacation
  if (of === null) return { value, text: `${value.name}: no vacation entitlement is set.` }
  const rows = [
    ['Entitlement', days(of.entitled)],
    [of.carriedUntil === null ? 'Carried over' : `Carried over, until ${of.carriedUntil}`, days(of.carried)],
    ['Corrections and payouts', days(of.corrected)],
    ['Taken', days(-of.taken)],
    ['Approved for later', days(-of.planned)],
    ['Expired', days(-of.expired)],
  ]
  const text = table([{ title: `${value.name}, ${year}` }, { title: 'Days', right }], rows, [
    'Remaining',
    days(of.remaining),
  ])
  return { value, text: of.requested === 0 ? text : `${text}\nRequested: ${days(of.requested)}` }
}

export async function entitle(
  session: Session,
  options: { user: string; days: string; from: string },
): Promise<Outcome> {
  await session.setUp()
  const hundredths = readDays(options.days)
  const value = await session.ask('entitlement.set', {
    userId: await idOfName(session, 'user', options.user, null),
    validFrom: readDate(options.from),
    hundredths,
  })
  return { value, text: `${days(hundredths)} days a year from ${options.from}.` }
}

export type KindOptions = { add?: string; effect?: string; vacation?: boolean; approval: boolean }

export async function kinds(session: Session, options: KindOptions): Promise<Outcome> {
  await session.setUp()
  if (options.add !== undefined) {
    const effect = AbsenceEffect.safeParse(options.effect ?? 'relieved')
    if (!effect.success)
      throw new UsageError(`“${options.effect}” is no effect. Say ${AbsenceEffect.options.join(', ')}.`)
    const value = await session.ask('absenceKind.add', {
      name: options.add,
      effect: effect.data,
      vacation: options.vacation === true,
      needsApproval: options.approval,
    })
    return { value, text: `Added the kind ${options.add.trim()}.` }
  }
  const list = await session.ask('absenceKind.list', {})
  const rows = list.map(({ name, effect, vacation: draws, needsApproval, active }) => [
    name,
    effect,
    draws ? 'yes' : '–',
    needsApproval ? 'yes' : '–',
    active ? '' : 'inactive',
  ])
  const columns = [
    { title: 'Kind' },
    { title: 'Effect' },
    { title: 'Vacation' },
    { title: 'Approval' },
    { title: '' },
  ]
  return {
    value: { kinds: list },
    text: rows.length === 0 ? 'No kinds of absence.' : table(columns, rows),
  }
}
