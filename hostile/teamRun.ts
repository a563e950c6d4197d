// One run of the simulation, by its seed: a team under bad weather, and at its end everything that must hold.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { createRandom } from '../shared/base/random.ts'
import type { Random } from '../shared/base/random.ts'
import { isSame } from '../shared/base/same.ts'
import { organisationOf } from '../core/facts/reads.ts'
import { teamState } from '../core/team/state.ts'
import { attentionItems } from '../core/team/attention.ts'
import { checkEverything } from '../core/verify/record.ts'
import type { Data } from '../core/db/data.ts'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { actorOf } from '../core/decide.ts'
import type { Database } from '../server/database.ts'
import { openPostgres } from '../server/database.ts'
import type { World } from '../server/testing/teamServer.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../shared/entities/registry.ts'
import type { Scope } from '../shared/team/sight.ts'
import { isShown } from '../shared/team/sight.ts'
import { drawAct } from './teamActs.ts'
import type { Firm, Member } from './teamFirm.ts'
import { crash, joined, memberOf, openFirm, ownClock, secondOf, setClock } from './teamFirm.ts'
import type { Counted, Ledger } from './teamLedger.ts'
import { createLedger, judge } from './teamLedger.ts'
import type { Weather } from './teamWeather.ts'
import { makeWeather } from './teamWeather.ts'

/** A Monday; a long run goes over the change of the clocks. */
const START = Date.UTC(2026, 2, 2, 7)
/** When, of all steps, somebody copies their data to a second computer, and from when to when all that the servers have got is lost. */
const [COPIED_AT, BACKED_UP_AT, PUT_BACK_AT] = [0.3, 0.6, 0.7]
/** In between everybody is given the time to come to the same, which is looked at in full. */
const CALM_EVERY = 1_000

/** Where the data of a run that failed are kept, as they are at that moment. */
const KEPT = process.env.DAYBOOK_KEEP

export type Run = Counted & { steps: number; ms: number; rows: number; lost: Weather['lost'] }

export async function simulate(world: World, seed: number, steps: number): Promise<Run> {
  const began = performance.now()
  const roll = createRandom(seed, 1)
  const firm = await openFirm(world, setClock(START))
  const { members } = firm
  const ledger = createLedger()
  let step = 0
  const weather = await makeWeather(world, firm, seed, ({ headers }) =>
    members.some(
      (member) => member.awayUntil > step && `Bearer ${tokenOf(member)}` === headers.authorization,
    ),
  )
  const look = async (): Promise<{ counted: Counted; rows: number }> => {
    weather.clear()
    await settle(firm)
    for (const member of members) ledger.note(member)
    const judged = await compare(firm, ledger, weather.servers()[1].database)
    if (judged.wrong.length > 0)
      throw new Error(`after ${step} steps:\n${judged.wrong.slice(0, 20).join('\n')}`)
    return judged
  }
  try {
    weather.bad()
    for (; step < steps; step += 1) {
      firm.clock.advance(roll.int(0, 10) * MINUTE_MS)
      await oneStep({ world, firm, ledger, weather, roll, step })
      if (step === Math.floor(steps * COPIED_AT)) {
        const [, , , ana2] = members
        if (ana2 !== undefined) members.push(await secondOf(world, ana2))
      }
      if (step === Math.floor(steps * BACKED_UP_AT)) {
        await look()
        await weather.backUp()
        weather.bad()
      }
      if (step === Math.floor(steps * PUT_BACK_AT)) {
        // Of one's own: those of the servers may have been cut a moment ago.
        const own = openPostgres(firm.databaseUrl, () => undefined)
        await ledger.answered(own)
        await own.close()
        firm.databaseUrl = await weather.putBack()
      }
      if (step % CALM_EVERY === CALM_EVERY - 1) {
        await look()
        weather.bad()
      }
    }
    const { counted, rows } = await look()
    await sameForNew(world, firm, weather)
    for (const { device, observer } of members) {
      observer.close()
      await device.close()
      const { findings } = checkEverything(join(device.dir, 'daybook.db'))
      if (findings.length > 0) throw new Error(findings.join('\n'))
    }
    return { ...counted, steps, ms: Math.round(performance.now() - began), rows, lost: weather.lost }
  } catch (error) {
    console.error(`seed ${seed}: the last faults inside servers\n${firm.faults.join('')}`)
    if (KEPT)
      for (const { name, device } of members)
        cpSync(device.dir, join(KEPT, `${seed}-${name}`), { recursive: true })
    throw error
  } finally {
    for (const { device } of members) {
      await device.close()
      rmSync(device.dir, { recursive: true, force: true, maxRetries: 5 })
    }
    await weather.end()
  }
}

const tokenOf = ({ device }: Member): string =>
  readFileSync(join(device.dir, 'daybook-team.token'), 'utf8').trim()

type Scene = { world: World; firm: Firm; ledger: Ledger; weather: Weather; roll: Random; step: number }

async function oneStep({ world, firm, ledger, weather, roll, step }: Scene): Promise<void> {
  const member = firm.members[roll.int(0, firm.members.length - 1)]
  if (member === undefined) return
  const what = roll.int(0, 199)
  if (what < 154) await act(roll, member, ledger, firm.clock.now(), step)
  else if (what < 184) await member.device.app.invoke('team.sync', {})
  else if (what < 188) await deal(roll, member, ledger)
  else if (what < 192) member.awayUntil = step + roll.int(10, 150)
  else if (what < 194) {
    await member.device.close()
    member.device = await world.device({ clock: member.clock }, member.device.dir)
  } else if (what < 196) await crash(world, member)
  else if (what < 197) member.clock.offMs = roll.pick(CLOCK_OFF_MIN) * MINUTE_MS
  else await weather.restart(roll.chance(0.5) ? 0 : 1, roll.chance(0.7))
  ledger.note(member)
}

/** Most are right. */
const CLOCK_OFF_MIN = [0, 0, 0, 0, 3, -3, 50, -50, 365 * 24 * 60, -365 * 24 * 60] as const

/** A refusal of the device itself is fine, as the person sees it. */
async function act(roll: Random, member: Member, ledger: Ledger, now: number, step: number): Promise<void> {
  const { name, args } = drawAct(roll, member, now, step)
  const reply = await member.device.app.invoke(name, args as never)
  if (!reply.ok && reply.error.code === 'internal') throw new Error(`${name} ${JSON.stringify(args)} failed`)
  ledger.note(member)
  if (reply.ok && reply.commitId !== undefined) ledger.said(member, reply.commitId)
}

const DEALS = ['attention.retry', 'attention.keep', 'attention.keep', 'attention.drop'] as const

/** Somebody reads what needs attention, and does something about it. */
async function deal(roll: Random, member: Member, ledger: Ledger): Promise<void> {
  for (let times = 0; times < 5; times += 1) {
    const items = attentionItems(member.observer.data)
    const item = items[roll.int(0, items.length - 1)]
    if (item === undefined) return
    const name = roll.pick(DEALS)
    await member.device.app.invoke(name, { attentionId: item.id })
    ledger.note(member)
    const left = new Set(attentionItems(member.observer.data).map(({ id }) => id))
    ledger.told(
      member,
      items.map(({ id }) => id).filter((id) => !left.has(id)),
    )
  }
}

/** What one sends others fetch, and what is refused may let something else be: until nothing comes any more. */
async function settle({ members, clock }: Firm): Promise<void> {
  const syncAll = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round += 1)
      for (const { device } of members) await device.ok('team.sync', {})
  }
  const left = async (): Promise<string[]> => {
    const said: string[] = []
    for (const { name, device } of members) {
      const { waiting } = await device.ok('team.status', {})
      if (waiting > 0) said.push(`${name}: ${waiting} still wait`)
    }
    return said
  }
  // A connection that was cut a moment ago is found out by whoever uses it next.
  for (const { device } of members) await device.app.invoke('team.sync', {})
  await syncAll(3)
  // What was handed back to a server that was put back waits a day for what others hand back, and by a clock that is set right a day anew.
  for (let times = 0; times < 2 && (await left()).length > 0; times += 1) {
    clock.advance(2 * DAY_MS)
    await syncAll(2)
  }
  const waits = await left()
  if (waits.length > 0) throw new Error(waits.join('\n'))
}

export function scopeIn(data: Data, userId: string): Scope {
  const actor = actorOf(data, userId)
  if (actor === null) throw new Error(`${userId} is nobody`)
  return { ...actor, colleaguesSeeTime: organisationOf(data)?.colleaguesSeeTime === true }
}

type Rows = Record<EntityName, readonly { id: string }[]>

/** The truth: of everything the row that counts. */
async function truthOf(database: Database): Promise<Rows> {
  const found = await database.all<{ entity: EntityName; value: string }>(
    'SELECT entity, value FROM row WHERE NOT removed ORDER BY entity, id',
  )
  const rows = Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, [] as { id: string }[]]))
  for (const { entity, value } of found) rows[entity]?.push(JSON.parse(value) as { id: string })
  return rows as unknown as Rows
}

export const rowsIn = (data: Data): Rows =>
  Object.fromEntries(ENTITY_NAMES.map((name) => [name, data.where(name, '1 ORDER BY id')])) as unknown as Rows

/** `scope` null: all of it. */
export function differences(who: string, held: Rows, truth: Rows, scope: Scope | null): string[] {
  const found: string[] = []
  for (const entity of ENTITY_NAMES) {
    const meant = new Map(
      truth[entity]
        .filter((row) => scope === null || isShown(scope, entity, row))
        .map((row) => [row.id, row]),
    )
    for (const row of held[entity]) {
      const is = meant.get(row.id)
      meant.delete(row.id)
      if (is === undefined)
        found.push(
          truth[entity].some(({ id }) => id === row.id)
            ? `${who} holds what is not for them: ${entity} ${row.id}`
            : `${who} holds what is not there: ${entity} ${JSON.stringify(row)}`,
        )
      else if (!isSame(row, is))
        found.push(`${who} holds otherwise: ${entity} ${JSON.stringify(row)}, which is ${JSON.stringify(is)}`)
    }
    for (const row of meant.values()) found.push(`${who} lacks ${entity} ${JSON.stringify(row)}`)
  }
  return found
}

async function compare(
  { members }: Firm,
  ledger: Ledger,
  database: Database,
): Promise<{ wrong: string[]; counted: Counted; rows: number }> {
  const truth = await truthOf(database)
  const [org] = await database.all<{ version: number; hash: string }>('SELECT version, hash FROM org')
  const wrong: string[] = []
  for (const { name, userId, observer } of members) {
    const { version, hash } = teamState(observer.data) ?? {}
    if (version !== org?.version || hash !== org?.hash)
      wrong.push(`${name} is at ${version}, not at ${org?.version}`)
    wrong.push(...differences(name, rowsIn(observer.data), truth, scopeIn(observer.data, userId)))
  }
  const attention = new Map(
    members.map(
      (member) => [member, new Set(attentionItems(member.observer.data).map(({ id }) => id))] as const,
    ),
  )
  const { wrong: judged, counted } = await judge(ledger, database, attention)
  const rows = Object.values(truth).reduce((sum, list) => sum + list.length, 0)
  return { wrong: [...wrong, ...judged], counted, rows }
}

/** Who comes only now, and the copies of both servers, hold the same as all who were there. */
async function sameForNew(world: World, firm: Firm, weather: Weather): Promise<void> {
  // Of one's own, as servers come and go.
  const database = openPostgres(firm.databaseUrl, () => undefined)
  const truth = await truthOf(database)
  const device = await joined(world, firm.clock, firm.first.url, 'ana@example.com')
  const late = await memberOf('who came last', device, ownClock(firm.clock))
  const wrong = differences(
    late.name,
    rowsIn(late.observer.data),
    truth,
    scopeIn(late.observer.data, late.userId),
  )
  late.observer.close()
  await device.close()
  for (const which of [0, 1] as const) {
    // What is sent to it brings its copy to where the organisation is.
    weather.only(which)
    const [ana] = firm.members
    await ana?.device.ok('customer.add', { name: `sent to ${which}` })
    await ana?.device.ok('team.sync', {})
    const now = await truthOf(database)
    const { url, copies } = weather.servers()[which]
    const files = readdirSync(copies).filter((name) => name.endsWith('.db'))
    if (files.length !== 1) wrong.push(`the server at ${url} has ${files.length} copies`)
    for (const file of files) {
      const data = createData(openDatabase(join(copies, file), { readonly: true }))
      wrong.push(...differences(`the server at ${url}`, rowsIn(data), now, null))
      data.db.close()
    }
  }
  weather.only(null)
  await database.close()
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'))
}
