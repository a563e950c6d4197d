// Setting the organisation up, changing its settings, and closing a period (C1, C2, F6, F8).
import type { LocalDate } from '../base/localDate.ts'
import type { Id } from '../entities/entity.ts'
import type { Organisation } from '../entities/organisation.ts'
import { formerThrough, ORGANISATION_ID } from '../entities/organisation.ts'
import { put } from '../entities/registry.ts'
import type { Change } from '../entities/registry.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import { newCategory, newCustomer, newUser } from './directory.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

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
  colleaguesSeeTime: false,
  pins: false,
  modules: {},
  casesNeedProject: false,
  carryOver: { most: null, until: null },
  breaks: null,
  namesOffered: { manager: 'everybody', employee: 'everybody' },
  closedThrough: null,
  weekStart: null,
  formerFiguresThrough: null,
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
    changes.push(put('customer', { ...newCustomer(customerId, 'blue', ctx.now), name: args.customerName }))
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

/**
 * Nothing of today or later is over yet. What is opened again needs a reason, and counts by today's rules from then on (K1). What
 * timers say against it, the guards say (C2).
 */
export function closePeriod(
  organisation: Organisation,
  { through, reason }: { through: LocalDate | null; reason?: string | undefined },
  ctx: Pick<RuleContext, 'today'>,
): Decision<null> {
  if (through !== null && through >= ctx.today) return refused('period.inFuture')
  const { closedThrough: before } = organisation
  const opens = before !== null && (through === null || through < before)
  if (opens && (reason ?? '').trim() === '') return refused('period.reasonMissing')
  return decided(
    [
      put('organisation', {
        ...organisation,
        closedThrough: through,
        formerFiguresThrough: formerThrough({ ...organisation, closedThrough: through }),
      }),
    ],
    null,
  )
}
