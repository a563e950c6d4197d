// `daybook sample`, `backup` and `call`: the data folder itself, and any request of the contract.
import type { ArgsOf, RequestName } from '../../shared/contract/contract.ts'
import { isRequestName, requests } from '../../shared/contract/contract.ts'
import { forJson, fromJson } from '../jsonOut.ts'
import { nearestNames } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'

export async function sample(
  session: Session,
  options: { seed?: number; entries?: number },
): Promise<Outcome> {
  const value = await session.ask('sample.load', options)
  return {
    value,
    text: `Loaded a sample firm: ${value.users} users, ${value.customers} customers, ${value.entries} entries.`,
  }
}

export async function backup(session: Session): Promise<Outcome> {
  const value = await session.ask('backup.create', {})
  return {
    value,
    text: `Backed up to ${value.file} (${Math.ceil(value.bytes / 1024)} KB, ${value.verified ? 'verified' : 'not verified'}).`,
  }
}

export async function call(session: Session, name: string, json: string): Promise<Outcome> {
  const args = parse(json)
  if (!isRequestName(name)) {
    throw new Refusal({
      code: 'request.unknown',
      details: { values: { name }, nearest: nearestNames(name, Object.keys(requests)) },
    })
  }
  const zone = await session.zone()
  const given = fromJson(args, zone)
  // Not as an argument, which others on the computer could read.
  const { DAYBOOK_PIN: pin } = process.env
  if (name === 'session.switchUser' && pin !== undefined && typeof given === 'object')
    Object.assign(given ?? {}, { pin })
  const value = await session.ask(name, given as ArgsOf<RequestName>)
  return { value, text: JSON.stringify(forJson(value, zone), null, 2) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UsageError(
      `The arguments are no JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
