// Setting the organisation up, changing its settings, and closing a period (C1, C2, F6, F8).
import { workDateOf } from '../base/dayRule.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { TimerRef } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { Organisation } from '../entities/organisation.ts'
import { ORGANISATION_ID } from '../entities/organisation.ts'
import { put } from '../entities/registry.ts'
import type { Change } from '../entities/registry.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import type { Timer } from '../entities/timer.ts'
import { newCategory, newCustomer, newUser } from './directory.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import { dayRuleOf } from './recordSession.ts'

export type SetUpArgs = {
  organisationName: string
  userName: string
  zone: string
  currency: string
  customerName?: string | undefined
  categoryNames?: readonly string[] | undefined
  /** Of the first user; default: today. */
  startDate?: LocalDate | null | undefined
}

/** General enough for a first day in any trade; the settings' second step changes them. */
export const FIRST_CATEGORIES = ['Consulting', 'Support', 'Meeting', 'Administration'] as const

export const newOrganisation = (
  args: Pick<SetUpArgs, 'organisationName' | 'zone' | 'currency'>,
): Organisation => ({
  id: ORGANISATION_ID,
  name: args.organisationName,
  zone: args.zone,
  dayStartMinutes: 0,
  currency: args.currency,
  holidayCountry: null,
  rules: DEFAULT_RULES,
  timeLogDialog: false,
  overlaps: 'flag',
  severalTimers: false,
  closedThrough: null,
  sample: false,
})

export function setUp(
  existing: Organisation | null,
  args: SetUpArgs,
  ctx: RuleContext,
): Decision<{ userId: Id; customerId: Id | null }> {
  if (existing !== null) return refused('setup.done')
  const { userName, startDate = ctx.today } = args
  const user = { ...newUser(ctx.newId(), startDate), name: userName, role: 'administrator' as const }
  const changes: Change[] = [put('organisation', newOrganisation(args)), put('user', user)]
  for (const name of args.categoryNames ?? FIRST_CATEGORIES)
    changes.push(put('category', { ...newCategory(ctx.newId()), name }))
  let customerId: Id | null = null
  if (args.customerName !== undefined) {
    customerId = ctx.newId()
    changes.push(put('customer', { ...newCustomer(customerId, ctx.now), name: args.customerName }))
  }
  return decided(changes, { userId: user.id, customerId })
}

export function editOrganisation(
  organisation: Organisation,
  edit: { [K in keyof Organisation]?: Organisation[K] | undefined },
): Decision<null> {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  return decided([put('organisation', { ...organisation, ...given })], null)
}

/** Refused while an active timer would fall into the closed period; names those that would (C2). */
export function closePeriod(
  organisation: Organisation,
  through: LocalDate | null,
  timers: readonly { timer: Timer; ref: TimerRef }[],
  ctx: RuleContext,
): Decision<null> {
  if (through !== null && through >= ctx.today) return refused('entry.inFuture')
  const caught = timers.filter(
    ({ timer }) => through !== null && workDateOf(timer.startedAt, dayRuleOf(organisation)) <= through,
  )
  if (caught.length > 0) return refused('guard.periodTimers', { timers: caught.map(({ ref }) => ref) })
  return decided([put('organisation', { ...organisation, closedThrough: through })], null)
}
