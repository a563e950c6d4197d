// Who may sit down at a profile: the PIN that a firm may want before somebody becomes that user, and at the start of a program.
import { compareNames } from '../shared/base/nameOrder.ts'
import { fail, ok } from '../shared/base/result.ts'
import type { Result } from '../shared/base/result.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { RequestName, ParsedArgsOf } from '../shared/contract/contract.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import type { Pins } from '../shared/contract/organisation.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { User } from '../shared/entities/user.ts'
import { writeTrail } from './commit.ts'
import type { WritableData } from './db/data.ts'
import { organisationOf } from './facts/reads.ts'
import { forgetPin, hasPin, keepPin, tryPin } from './kept/pins.ts'
import { currentUser, setCurrentUser } from './kept/session.ts'
import type { QueryContext } from './queries/query.ts'

/** What a locked program still answers: its state, the way in, and what is wanted when something is wrong. */
const WHILE_LOCKED: ReadonlySet<RequestName> = new Set([
  'app.state',
  'session.switchUser',
  'logs.open',
  'incident.report',
])

export type Lock = {
  /** Nobody has shown yet that they are the current user. */
  isLocked(): boolean
  refuses(name: RequestName): boolean
  /** null: the firm wants no PINs. */
  state(): Pins | null
  switchUser(args: ParsedArgsOf<'session.switchUser'>, now: Instant): Result<null, AppError>
  setPin(args: ParsedArgsOf<'session.setPin'>, ctx: QueryContext, newId: () => Id): Result<null, AppError>
}

export function createLock(data: WritableData): Lock {
  const wanted = (): boolean => organisationOf(data)?.pins === true
  const asks = (userId: Id): boolean => wanted() && hasPin(data, userId)
  /** Whoever sits here has shown that they are this user, or needed not. */
  let shown: Id | null = null
  const isLocked = (): boolean => {
    const user = currentUser(data)
    if (user === null || user.id === shown) return false
    if (asks(user.id)) return true
    // From now on they are at work: a PIN that the firm wants later does not throw them out.
    shown = user.id
    return false
  }

  /** Right, or the refusal that says what to do. */
  function check(user: User, pin: string | undefined, now: Instant): AppError | null {
    const values = { name: user.name }
    if (pin === undefined) return appError('pin.needed', { values })
    const tried = tryPin(data, user.id, pin, now)
    if (tried.kind === 'right') return null
    return tried.kind === 'wrong'
      ? appError('pin.wrong', { values })
      : appError('pin.wait', { values: { ...values, seconds: Math.ceil(tried.ms / 1000) } })
  }

  return {
    isLocked,
    refuses: (name) => isLocked() && !WHILE_LOCKED.has(name),
    state: () =>
      wanted()
        ? {
            locked: isLocked(),
            profiles: data
              .where('user', 'active AND NOT removed')
              .toSorted((a, b) => compareNames(a.name, b.name))
              .map(({ id, name }) => ({ id, name, pin: hasPin(data, id) })),
          }
        : null,
    switchUser({ userId, pin }, now) {
      const user = data.find('user', userId)
      if (user === null) return fail(appError('notFound.user'))
      if (!user.active) return fail(appError('record.inactiveUser', { values: { name: user.name } }))
      const isHere = userId === shown && currentUser(data)?.id === userId
      const refusal = !isHere && asks(userId) ? check(user, pin, now) : null
      if (refusal !== null) return fail(refusal)
      setCurrentUser(data, userId)
      shown = userId
      return ok(null)
    },
    setPin({ userId, pin, current }, ctx, newId) {
      const user = data.find('user', userId)
      if (user === null || ctx.actor === null) return fail(appError('notFound.user'))
      const own = ctx.actor.userId === userId
      if (!own && ctx.actor.role !== 'administrator')
        return fail(appError('request.notPermitted', { values: { name: 'session.setPin' } }))
      if (own && hasPin(data, userId)) {
        const refusal = check(user, current, ctx.now)
        if (refusal !== null) return fail(refusal)
      }
      if (pin === null && !hasPin(data, userId)) return ok(null)
      data.run('BEGIN IMMEDIATE')
      try {
        if (pin === null) forgetPin(data, userId)
        else keepPin(data, userId, pin, newId())
        // That it was set, and by whom; nothing of the PIN, nor of its hash.
        writeTrail(data, [{ entity: 'user', before: user, after: user }], {
          id: newId(),
          at: ctx.now,
          actorId: ctx.actor.userId,
          command: pin === null ? 'session.removePin' : 'session.setPin',
          args: { userId },
        })
        data.run('COMMIT')
      } catch (error) {
        data.forget()
        if (data.db.inTransaction) data.db.exec('ROLLBACK')
        throw error
      }
      if (own) shown = userId
      return ok(null)
    },
  }
}
