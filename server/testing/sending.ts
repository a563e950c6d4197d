// Acts as a firm's first device sends them, past the device itself: who breaks a push says what is in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { createTeamClient } from '../../core/team/client.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { PROTOCOL } from '../../shared/team/protocol.ts'
import type { Outcome, SentAct } from '../../shared/team/protocol.ts'
import type { Firm } from './firm.ts'
import type { TestServer } from './teamServer.ts'

const HOUR_MS = 3_600_000

export async function sendingOf({ server, ana }: Firm) {
  await ana.ok('team.sync', {})
  const [category] = await ana.ok('category.list', {})
  const [customer] = (await ana.ok('customer.list', { status: 'Active', limit: 1 })).rows
  const customerId: Id = customer?.id ?? ''
  // Past all that the device has sent by itself.
  let n = 1_000
  const said = (command: string, args: object): SentAct =>
    ({
      n: (n += 1),
      id: ulid(),
      at: Date.now(),
      zone: 'Europe/Berlin',
      version: PROTOCOL,
      command,
      args,
    }) as SentAct
  /** Of a day some days back, whole for all zones. */
  const amount = (hours: number): SentAct =>
    said('entry.addAmount', {
      customerId,
      categoryId: category?.id ?? '',
      workDate: new Date(Date.now() - 72 * HOUR_MS).toISOString().slice(0, 10),
      durationMs: hours * HOUR_MS,
      note: `${hours} hours`,
    })
  const token = readFileSync(join(ana.dir, 'daybook-team.token'), 'utf8').trim()
  const clientOf = ({ url }: TestServer) => createTeamClient(url, token)
  const { epoch } = await clientOf(server).fillStart()
  /** As a device does: a push that took its time on a busy machine has left some for the next. */
  const pushed = async (acts: readonly SentAct[], to = server): Promise<Outcome[]> => {
    const { outcomes } = await clientOf(to).push(acts, epoch, Date.now())
    const rest = acts.slice(outcomes.length)
    return rest.length === 0 ? outcomes : [...outcomes, ...(await pushed(rest, to))]
  }
  return { customerId, said, amount, pushed }
}
