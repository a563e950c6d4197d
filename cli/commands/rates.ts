// `daybook rates` and `daybook rate`: what an hour is charged to customers, from which day on.
import { parseMoney } from '../../shared/base/money.ts'
import type { RateRow } from '../../shared/contract/billing.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { RateLevel } from '../../shared/entities/rate.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { projectCalled } from '../projects.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate } from '../times.ts'
import { money } from '../words.ts'

export async function rates(session: Session): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const rows = await session.ask('rate.list', {})
  const lines = rows.map((row) => [
    row.level,
    calledOf(row, organisation.name),
    row.validFrom,
    money(row.amountMinor, organisation.currency),
  ])
  const columns = [{ title: 'Level' }, { title: 'For' }, { title: 'From' }, { title: 'An hour', right: true }]
  return { value: { rates: rows }, text: rows.length === 0 ? 'No billing rates.' : table(columns, lines) }
}

export type RateOptions = { level: string; name?: string; from: string; amount: string }

export async function setRate(session: Session, options: RateOptions): Promise<Outcome> {
  const { organisation, state } = await session.setUp()
  const level = readLevel(options.level)
  const { currency } = organisation
  const amount = parseMoney(options.amount, currency, 'en')
  if (!amount.ok || amount.value < 0)
    throw new UsageError(`“${options.amount}” is not an amount of ${currency}. Write it like 95.50.`)
  const version = {
    level,
    subjectId: await subjectOf(session, level, options.name),
    validFrom: options.from === 'today' ? state.today : readDate(options.from),
    amountMinor: amount.value,
  }
  const { rateId } = await session.ask('rate.set', version)
  const row = (await session.ask('rate.list', {})).find(({ id }) => id === rateId)
  return { value: { rateId }, text: saidOf(row, organisation.name, currency) }
}

/** A project with whose it is: two customers may have one of the same name. */
const calledOf = ({ subjectName, customerName }: RateRow, organisation: string): string =>
  [subjectName ?? organisation, ...(customerName === null ? [] : [`(${customerName})`])].join(' ')

const saidOf = (row: RateRow | undefined, organisation: string, currency: string): string =>
  row === undefined
    ? 'The rate was set.'
    : `${calledOf(row, organisation)}: ${money(row.amountMinor, currency)} an hour from ${row.validFrom} on.`

function readLevel(text: string): RateLevel {
  const level = RateLevel.safeParse(text)
  if (level.success) return level.data
  throw new UsageError(`--level ${text}: it is one of ${RateLevel.options.join(', ')}.`)
}

async function subjectOf(session: Session, level: RateLevel, name: string | undefined): Promise<Id | null> {
  if (level === 'organisation') {
    if (name !== undefined)
      throw new UsageError('--name: the organisation’s rate is for nobody in particular.')
    return null
  }
  if (name === undefined) throw new UsageError(`--name NAME: say for which ${level}.`)
  return level === 'project'
    ? (await projectCalled(session, name, { customerId: null, create: null })).id
    : idOfName(session, level, name, null)
}
