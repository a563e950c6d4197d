// `daybook opportunity`: what customers may buy, listed, added, and closed as won or lost (A22).
import { parseMoney } from '../../shared/base/money.ts'
import { idOfName } from '../names.ts'
import { opportunityCalled } from '../opportunities.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate } from '../times.ts'
import { durationOrDash, money } from '../words.ts'

export async function opportunities(
  session: Session,
  options: { customer?: string; active?: boolean },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { rows, onlyYours } = await session.ask('opportunity.list', {
    ...(options.customer === undefined
      ? {}
      : { customerId: await idOfName(session, 'customer', options.customer, null) }),
    ...(options.active === true ? { activeOnly: true } : {}),
  })
  const lines = rows.map((row) => [
    row.name,
    row.customerName,
    row.stage || '–',
    row.valueMinor === 0 ? '–' : money(row.valueMinor, organisation.currency),
    row.expectedClose ?? '–',
    row.status.toLowerCase(),
    durationOrDash(row.totalMs),
  ])
  const columns = [
    { title: 'Name' },
    { title: 'Customer' },
    { title: 'Stage' },
    { title: 'Value', right: true },
    { title: 'Expected' },
    { title: 'State' },
    { title: onlyYours ? 'Your time' : 'Time', right: true },
  ]
  const text = rows.length === 0 ? 'No opportunities.' : table(columns, lines)
  return { value: { opportunities: rows, onlyYours }, text }
}

export async function addOpportunity(
  session: Session,
  options: { customer: string; name: string; stage?: string; value?: string; expected?: string },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { opportunityId } = await session.ask('opportunity.add', {
    customerId: await idOfName(session, 'customer', options.customer, null),
    name: options.name,
    ...(options.stage === undefined ? {} : { stage: options.stage }),
    ...(options.value === undefined ? {} : { valueMinor: readValue(options.value, organisation.currency) }),
    ...(options.expected === undefined ? {} : { expectedClose: readDate(options.expected) }),
  })
  return { value: { opportunityId }, text: `Added the opportunity ${options.name.trim()}.` }
}

export async function closeOpportunity(
  session: Session,
  name: string,
  options: { customer?: string; lost?: boolean; reopen?: boolean },
): Promise<Outcome> {
  await session.setUp()
  const customerId =
    options.customer === undefined ? null : await idOfName(session, 'customer', options.customer, null)
  const { id } = await opportunityCalled(session, name, customerId)
  const status = options.reopen === true ? 'Open' : options.lost === true ? 'Lost' : 'Won'
  await session.ask('opportunity.close', { opportunityId: id, status })
  return { value: { opportunityId: id, status }, text: `${name.trim()} is ${status.toLowerCase()}.` }
}

function readValue(typed: string, currency: string): number {
  const amount = parseMoney(typed, currency, 'en')
  if (!amount.ok || amount.value < 0)
    throw new UsageError(`“${typed}” is not an amount of ${currency}. Write it like 9500.`)
  return amount.value
}
