// A firm of three people with four devices on one server, for the simulation of bad weather: all on a clock that is set by the simulation.
import { join } from 'node:path'
import type { Clock } from '../shared/base/clock.ts'
import { realClock } from '../core/node/nodePorts.ts'
import type { Device, TestServer, World } from '../server/testing/teamServer.ts'
import { observe } from './invariants.ts'
import type { Observer } from './invariants.ts'

export const PASSWORD = 'a long enough password'

export type Member = {
  name: string
  userId: string
  device: Device
  /** Reads beside the program what is committed there. */
  observer: Observer
  /** How far what was done here has been noted (teamLedger.ts). */
  noted: number
  /** Up to which step the network is away. */
  awayUntil: number
}

export type Firm = { databaseUrl: string; first: TestServer; members: Member[]; clock: SetClock }

export type SetClock = Clock & { advance(ms: number): void }

/** Runs as the real one does, and is taken forward in between; everybody has the same. */
export function setClock(start: number): SetClock {
  const began = realClock.monotonic()
  let ahead = 0
  const since = (): number => realClock.monotonic() - began + ahead
  return {
    now: () => start + Math.floor(since()),
    monotonic: since,
    uptime: since,
    advance: (ms) => void (ahead += ms),
  }
}

export async function openFirm(world: World, clock: SetClock): Promise<Firm> {
  const databaseUrl = await world.newDatabase()
  const first = await world.server(databaseUrl, { clock })
  const ana = await world.device({ clock })
  await ana.ok('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support', 'Meeting'],
  })
  await ana.ok('team.create', { server: first.url, email: 'ana@example.com', password: PASSWORD })
  const members = [await memberOf('Ana', ana)]
  for (const [name, role] of [
    ['Bo', 'manager'],
    ['Eve', 'employee'],
  ] as const) {
    const email = `${name.toLowerCase()}@example.com`
    const { code } = await ana.ok('team.invite', { email, role, name })
    members.push(await memberOf(name, await joined(world, clock, first.url, email, code)))
  }
  members.push(await memberOf('Ana2', await joined(world, clock, first.url, 'ana@example.com')))
  return { databaseUrl, first, members, clock }
}

export async function joined(
  world: World,
  clock: Clock,
  server: string,
  email: string,
  code?: string,
): Promise<Device> {
  const device = await world.device({ clock })
  await device.ok('team.join', { server, email, password: PASSWORD, ...(code === undefined ? {} : { code }) })
  return device
}

export async function memberOf(name: string, device: Device): Promise<Member> {
  const userId = (await device.ok('app.state', {})).currentUser?.id ?? ''
  return {
    name,
    userId,
    device,
    observer: observe(join(device.dir, 'daybook.db')),
    noted: -1,
    awayUntil: 0,
  }
}
