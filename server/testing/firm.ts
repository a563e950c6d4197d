// A firm of Ana's that has become a team on a server.
import { realClock } from '../../core/node/nodePorts.ts'
import { rowsOf } from './rowsOf.ts'
import type { Device, ServerOver, TestServer, World } from './teamServer.ts'

export const PASSWORD = 'a long enough password'
export type Firm = { server: TestServer; ana: Device; anaId: string }

export async function firmOf(world: World, over: ServerOver = {}, email = 'ana@example.com'): Promise<Firm> {
  const server = await world.server(await world.newDatabase(), over)
  return firmOn(world, server, email)
}

export async function firmOn(world: World, server: TestServer, email = 'ana@example.com'): Promise<Firm> {
  const ana = await world.device()
  const { userId } = await ana.ok('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support'],
  })
  await ana.ok('team.create', { server: server.url, email, password: PASSWORD })
  return { server, ana, anaId: userId }
}

/** A wage that nobody but its own user and managers may see, in minor units an hour. */
export const paidHourly = ({ ana, anaId }: Firm, amountMinor: number): Promise<unknown> =>
  ana.ok('employment.set', {
    userId: anaId,
    validFrom: '2020-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor },
    extraHourMinor: 0,
    bonusMinor: 0,
  })

export async function joined(
  world: World,
  { server, ana }: Firm,
  name: string,
  role: 'administrator' | 'manager' | 'employee' = 'employee',
): Promise<Device & { userId: string; email: string }> {
  const email = `${name.toLowerCase()}@example.com`
  const { code, userId } = await ana.ok('team.invite', { email, role, name })
  const device = await world.device()
  await device.ok('team.join', { server: server.url, email, password: PASSWORD, code })
  return { ...device, userId, email }
}

/** One more device of somebody who is in the team, by default of Ana. */
export async function secondDevice(
  world: World,
  { server }: Firm,
  email = 'ana@example.com',
): Promise<Device> {
  const device = await world.device()
  await device.ok('team.join', { server: server.url, email, password: PASSWORD })
  return device
}

/** Starts a timer on the first customer and category that there are. */
export async function startedAt(device: Device, at: number): Promise<string> {
  const [[customer], [category]] = [rowsOf(device).customer, rowsOf(device).category]
  const on = { customerId: String(customer?.id), categoryId: String(category?.id) }
  return (await device.ok('timer.start', { ...on, at })).timerId
}

/** For what is counted by time: a machine may be so slow that the next try is earned before the last one is made. */
export const STANDING = { ...realClock, monotonic: () => 0 }

/** A clock that stands a while ahead of the real one. */
export function shiftedClock<C extends { now(): number; monotonic(): number }>(real: C) {
  let ahead = 0
  return {
    clock: { ...real, now: () => real.now() + ahead, monotonic: () => real.monotonic() + ahead },
    pass: (ms: number) => void (ahead += ms),
  }
}
