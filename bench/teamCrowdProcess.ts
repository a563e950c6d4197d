// Many devices of a team in one process. On the wire each is a device: it asks for news, fetches what came and holds it against the chain, and
// sends what its person does. Only its own data it has not, which would be two hundred programs on one computer.
import { setTimeout as wait } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import { ulid } from 'ulid'
import { createTeamClient, TeamProblem } from '../core/team/client.ts'
import { readCommit } from '../core/team/fetch.ts'
import type { Link } from '../core/team/fetch.ts'
import { PROTOCOL } from '../shared/team/protocol.ts'
import type { PullAnswer, SentAct } from '../shared/team/protocol.ts'
import { realClock } from '../core/node/nodePorts.ts'
import { workday, WORK_MS } from './team.ts'

/** As a device waits for what follows at once (core/team/team.ts). */
const SOON_MS = 30

export type CrowdAsks =
  | {
      kind: 'connect'
      url: string
      tokens: string[]
      customers: string[]
      categories: string[]
      ahead: number
    }
  | { kind: 'work'; devices: number; everyMs: number; forMs: number }
  | { kind: 'end' }
export type CrowdSays =
  | { kind: 'ready' }
  | { kind: 'worked'; pushMs: number[]; pulls: number }
  | { kind: 'ended'; done: string[]; links: Link[] }

type Device = {
  work(): Promise<number>
  /** Until it holds what the server holds. */
  reach(version: number): Promise<void>
  link(): Link
  stop(): void
}

const done: string[] = []
let pulls = 0

async function open(
  url: string,
  token: string,
  subjects: { customers: string[]; categories: string[] },
  ahead: number,
): Promise<Device> {
  const stopping = new AbortController()
  const start = await createTeamClient(url, token).fillStart()
  const { epoch } = start
  let link: Link = { version: start.version, hash: start.hash }
  const next = workday(subjects.customers, subjects.categories)
  const now = (): number => realClock.now() + ahead
  let acted = 0
  let last = ''
  let waking = new AbortController()
  let due: { act: SentAct; told(ms: number): void; failed(error: unknown): void }[] = []
  const client = createTeamClient(url, token, { stopped: stopping.signal })

  const take = ({ fits, commits }: PullAnswer): void => {
    if (!fits) throw new Error('another history')
    pulls += 1
    for (const commit of commits) ({ link } = readCommit(commit, link))
  }
  const pullAll = async (): Promise<void> => {
    for (;;) {
      const answer = await client.pull(link.version, link.hash)
      take(answer)
      if (link.version >= answer.version) return
    }
  }
  const pushAll = async (): Promise<void> => {
    while (due.length > 0) {
      const some = due
      due = []
      const began = performance.now()
      const { outcomes } = await client.push(
        some.map(({ act }) => act),
        epoch,
        now(),
      )
      const ms = performance.now() - began
      some.forEach((one, index) => {
        const outcome = outcomes[index]
        if (outcome === undefined) due.push(one)
        else if (outcome.kind === 'done') {
          done.push(outcome.id)
          one.told(ms)
        } else one.failed(new Error(JSON.stringify(outcome)))
      })
    }
  }
  /** Until its person does something, or there are news; these come with it. */
  const untilNews = async (restMs: number): Promise<PullAnswer | null> => {
    waking = new AbortController()
    const signal = AbortSignal.any([waking.signal, stopping.signal])
    try {
      await wait(restMs, undefined, { signal })
      return await createTeamClient(url, token, { stopped: signal }).news(link.version, link.hash)
    } catch (error) {
      if (!signal.aborted && !(error instanceof TeamProblem)) throw error
      if (!stopping.signal.aborted) await wait(SOON_MS)
      return null
    }
  }
  const loop = async (): Promise<void> => {
    let news: PullAnswer | null = null
    while (!stopping.signal.aborted) {
      const acts = due.length > 0
      await pushAll()
      if (news !== null && !acts) take(news)
      if (news === null || acts || link.version < news.version) await pullAll()
      const restMs: number = news?.restMs ?? 0
      news = due.length > 0 ? null : await untilNews(restMs)
    }
  }
  void loop().catch((error: unknown) => {
    if (stopping.signal.aborted) return
    console.error(error)
    process.exit(1)
  })
  return {
    link: () => link,
    stop: () => stopping.abort(),
    work: () =>
      new Promise((told, failed) => {
        acted += 1
        // Each act has a moment of its own some minutes after the last, all of them past.
        const at = now() - 20 * 86_400_000 + acted * WORK_MS
        const work = next(last, at)
        last = ulid(now())
        const act = { n: acted, id: last, at, zone: 'Europe/Berlin', version: PROTOCOL, ...work }
        due.push({ act: act as SentAct, told, failed })
        waking.abort()
      }),
    reach: async (version) => {
      while (link.version < version) await wait(20)
    },
  }
}

const devices: Device[] = []
const answer = (says: CrowdSays): void => void process.send?.(says)

async function heard(asks: CrowdAsks): Promise<void> {
  if (asks.kind === 'connect') {
    for (const token of asks.tokens) devices.push(await open(asks.url, token, asks, asks.ahead))
    return answer({ kind: 'ready' })
  }
  if (asks.kind === 'work') {
    const pushMs: number[] = []
    const under: Promise<void>[] = []
    pulls = 0
    const until = performance.now() + asks.forMs
    let at = performance.now()
    for (let turn = 0; performance.now() < until; turn += 1) {
      const device = devices[turn % asks.devices]
      if (device !== undefined) under.push(device.work().then((ms) => void pushMs.push(ms)))
      at += asks.everyMs
      await wait(Math.max(0, at - performance.now()))
    }
    await Promise.all(under)
    return answer({ kind: 'worked', pushMs, pulls })
  }
  const newest = Math.max(...devices.map((device) => device.link().version))
  await Promise.all(devices.map((device) => device.reach(newest)))
  for (const device of devices) device.stop()
  return answer({ kind: 'ended', done, links: devices.map((device) => device.link()) })
}

process.on('message', (asks: CrowdAsks) => void heard(asks))
