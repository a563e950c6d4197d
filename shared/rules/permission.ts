// Who may what: one table of role × request. "own" allows a request only on the actor's own time.
import type { RequestName } from '../contract/contract.ts'
import type { Role } from '../entities/user.ts'

export type Grant = 'all' | 'own' | 'none'
type Row = Record<Role, Grant>

const everyone: Row = { administrator: 'all', manager: 'all', employee: 'all' }
const ownTime: Row = { administrator: 'all', manager: 'all', employee: 'own' }
const managers: Row = { administrator: 'all', manager: 'all', employee: 'none' }
const administrators: Row = { administrator: 'all', manager: 'none', employee: 'none' }

export const PERMISSIONS: Record<RequestName, Row> = {
  'timer.start': everyone,
  'timer.pause': ownTime,
  'timer.resume': ownTime,
  'timer.note': ownTime,
  'timer.edit': ownTime,
  'timer.stop': ownTime,
  'timer.record': ownTime,
  'timer.cancelRecord': ownTime,
  'timer.discard': ownTime,
  'timer.continueLast': everyone,
  'gap.resolve': ownTime,
  'draft.restore': ownTime,
  'draft.remove': ownTime,
  'entry.add': ownTime,
  'entry.edit': ownTime,
  'entry.remove': ownTime,
  'change.undo': ownTime,
  'customer.add': everyone,
  'customer.edit': everyone,
  'customer.remove': managers,
  'category.add': everyone,
  'category.edit': managers,
  'category.remove': managers,
  'project.add': everyone,
  'project.edit': everyone,
  'project.remove': managers,
  'user.add': administrators,
  'user.edit': administrators,
  'user.remove': administrators,
  'employment.set': administrators,
  'employment.remove': administrators,
  'rate.set': managers,
  'rate.remove': managers,
  'rules.saveMine': everyone,
  'organisation.setUp': everyone,
  'organisation.edit': administrators,
  'period.close': managers,
  // The user of a computer is a choice, not a proof; a server asks for a proof. Roles here keep honest people from mistakes.
  'session.switchUser': everyone,
  'preferences.save': everyone,
  'sample.load': everyone,
  'export.start': ownTime,
  'export.cancel': everyone,
  'backup.create': everyone,
  'logs.open': everyone,
  'incident.report': everyone,
  'timer.state': everyone,
  'timer.active': managers,
  'timer.recents': everyone,
  'timer.stopPreview': ownTime,
  'draft.list': everyone,
  'entry.get': ownTime,
  'entry.dayLimit': everyone,
  'entry.search': ownTime,
  'change.list': managers,
  'customer.list': everyone,
  'customer.get': everyone,
  'customer.suggest': everyone,
  'customer.entries': everyone,
  'customer.journal': everyone,
  'customer.amount': managers,
  'rate.list': managers,
  'category.list': everyone,
  'project.list': everyone,
  'project.get': everyone,
  'project.choices': everyone,
  'user.list': everyone,
  'user.get': ownTime,
  'diary.month': managers,
  'diary.user': ownTime,
  'diary.day': ownTime,
  'diary.today': everyone,
  'app.state': everyone,
  'export.get': everyone,
  'backup.list': everyone,
}

/** May the role do it, given whose time it is about? `ownerId` null: it is about nobody's in particular. */
export function isPermitted(
  actor: { userId: string; role: Role },
  name: RequestName,
  ownerId: string | null,
): boolean {
  const grant = PERMISSIONS[name][actor.role]
  if (grant === 'all') return true
  return grant === 'own' && ownerId === actor.userId
}
