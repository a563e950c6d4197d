// A firm of three people with four devices on one server, for the simulation of bad weather: their clocks go by one that the simulation sets,
// and may be off.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Logger } from 'pino'
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
  clock: OwnClock
}

export type Firm = {
  databaseUrl: string
  first: TestServer
  members: Member[]
  clock: SetClock
  /** Of all its servers. */
  log: Logger
  /** The last that went wrong inside a server. */
  faults: string[]
}

const MOST_FAULTS = 20

/** That of a device: so much it is ahead of the firm's. */
export type OwnClock = Clock & { offMs: number }

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

export function ownClock(clock: Clock): OwnClock {
  const own: OwnClock = { ...clock, offMs: 0, now: () => clock.now() + own.offMs }
  return own
}

export async function openFirm(world: World, clock: SetClock): Promise<Firm> {
  const databaseUrl = await world.newDatabase()
  const faults: string[] = []
  const log = pino(
    { level: 'error', base: null },
    { write: (line) => void (faults.push(line), faults.splice(0, faults.length - MOST_FAULTS)) },
  )
  const first = await world.server(databaseUrl, { clock, log })
  const [anas, ana2s] = [ownClock(clock), ownClock(clock)]
  const ana = await world.device({ clock: anas })
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
  const members = [await memberOf('Ana', ana, anas)]
  for (const [name, role] of [
    ['Bo', 'manager'],
    ['Eve', 'employee'],
  ] as const) {
    const email = `${name.toLowerCase()}@example.com`
    const { code } = await ana.ok('team.invite', { email, role, name })
    const own = ownClock(clock)
    members.push(await memberOf(name, await joined(world, own, first.url, email, code), own))
  }
  members.push(await memberOf('Ana2', await joined(world, ana2s, first.url, 'ana@example.com'), ana2s))
  return { databaseUrl, first, members, clock, log, faults }
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

export async function memberOf(name: string, device: Device, clock: OwnClock): Promise<Member> {
  const userId = (await device.ok('app.state', {})).currentUser?.id ?? ''
  return {
    name,
    userId,
    device,
    observer: observe(join(device.dir, 'daybook.db')),
    noted: -1,
    awayUntil: 0,
    clock,
  }
}

/**
 * Its data as they are on the disk at this moment, in another folder. Copied by a program of its own: closing a file gives up the locks that
 * this one holds on it.
 */
export function copyOf(world: World, { device: { dir } }: Member): string {
  const folder = world.folder()
  const program = "require('node:fs').cpSync(process.argv[1], process.argv[2], { recursive: true })"
  execFileSync(process.execPath, ['-e', program, dir, folder])
  return folder
}

/** As after a kill -9 or a power cut: what was not on the disk is gone. */
export async function crash(world: World, member: Member): Promise<void> {
  const folder = copyOf(world, member)
  await member.device.close()
  member.observer.close()
  // Of thousands of steps hundreds would be left.
  rmSync(member.device.dir, { recursive: true, force: true, maxRetries: 5 })
  member.device = await world.device({ clock: member.clock }, folder)
  member.observer = observe(join(folder, 'daybook.db'))
}

/** Whoever copies their data to a second computer goes on with both, and both say that they are the same. */
export async function secondOf(world: World, member: Member): Promise<Member> {
  const clock = ownClock(member.clock)
  const device = await world.device({ clock }, copyOf(world, member))
  // What waits there waits here, and is known.
  return { ...(await memberOf(`${member.name} copied`, device, clock)), noted: member.noted }
}
