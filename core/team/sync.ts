// Sends what waits and fetches what others did: all of it pushed, then pulled, then what is left decided again. Once when asked, and in the
// background as long as the program stays. No window ever waits for it: commands are answered from this device alone.
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import type { PullAnswer, SentAct } from '../../shared/team/protocol.ts'
import { PROTOCOL } from '../../shared/team/protocol.ts'
import { isEdit, seenBy } from '../../shared/team/meaning.ts'
import type { Scope } from '../../shared/team/sight.ts'
import { scopeNamed } from '../../shared/team/sight.ts'
import { createBackup } from '../db/backup.ts'
import type { Data, WritableData } from '../db/data.ts'
import { actorOf } from '../decide.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Ports } from '../ports.ts'
import type { TeamClient } from './client.ts'
import { createTeamClient, known, TeamProblem } from './client.ts'
import { readCommit } from './fetch.ts'
import type { Link } from './fetch.ts'
import { beginFilling, fillTeam } from './fillTeam.ts'
import { uploadFirm } from './foundTeam.ts'
import { lookBack } from './lookBack.ts'
import type { Pending } from './outbox.ts'
import { OTHERS_MS, pendingActs } from './outbox.ts'

import type { Came, Incoming } from './rebase.ts'
import { takeIn } from './rebase.ts'
import { recordFill } from './recordFill.ts'
import type { TeamState } from './state.ts'
import { holdsPart, setTeamState, teamState } from './state.ts'
import type { Taking } from './taking.ts'
import type { TokenPlace } from './token.ts'

/** So many acts, and about so many characters of them, go in one message. */
const ACTS = 100
const CHARACTERS = 500_000
/** So many commits are taken in at once where something waits; more would be much to hold. */
export const AT_ONCE = 5_000
/** The last contact is for people; it is made durable with what came, and else no more often. */
const CONTACT_MS = 1_000
/** So much is taken in at once, before anybody notices; more in steps, beside who works here. */
const FEW = 12

export type SyncDeps = {
  ports: Pick<Ports, 'clock' | 'log' | 'dataDir'>
  data: WritableData
  /** null: in memory. */
  file: string | null
  /** Throws when the file is no longer in its place. */
  sameFile(): void
  token: TokenPlace
  taking: Taking
  /** Stops what takes long, where the program ends. */
  stopped: AbortSignal
  /** Somebody else's work is on this device now. */
  changed(entities: readonly EntityName[] | 'all'): void
  /** What waits, what needs attention, or the state of the team is another. */
  teamChanged(): void
}

/** What the server answered to a device that was at `at`. */
export type News = { at: Link; answer: PullAnswer }

type Gathered = { link: Link; commits: Incoming[]; last: PullAnswer }

/** `turn`: until then a transaction may be in the way of others. */
export type Filling = { turn: Promise<void> | null; ended: Promise<void> }

export type Syncing = {
  /** Sends and fetches once, or takes in the news that came. null: all is sent and fetched; else why not. */
  once(signal?: AbortSignal, news?: News): Promise<AppError | null>
  /** Waits until the server has something more than this device. */
  news(signal: AbortSignal): Promise<News>
  client(signal?: AbortSignal): TeamClient
  state(): TeamState
  /** Records what was fetched anew, where that is still to be done. */
  record(): Promise<void>
  /** Is everything fetched anew in a thread? */
  filling(): Filling | null
}

/** After these nothing can come of asking again, until a person does something. */
export const FINAL: ReadonlySet<string> = new Set([
  'team.signedOut',
  'team.revoked',
  'team.notMember',
  'team.otherHistory',
  'team.foundAgain',
])

function stateIn(data: Data): TeamState {
  const found = teamState(data)
  if (found === null) throw new TeamProblem(appError('team.alone'))
  return found
}

function scopeIn(data: Data): Scope {
  const { userId } = stateIn(data)
  const actor = actorOf(data, userId) ?? { userId, role: 'employee' as const }
  return { ...actor, colleaguesSeeTime: organisationOf(data)?.colleaguesSeeTime === true }
}

export function createSyncing(deps: SyncDeps): Syncing {
  const { ports, data, file, sameFile, token, taking, stopped, changed, teamChanged } = deps
  const state = (): TeamState => stateIn(data)
  let filling: Filling | null = null
  const client = (signal?: AbortSignal): TeamClient =>
    createTeamClient(state().server, token.read(), { stopped: signal })
  const save = (more: Partial<TeamState>): void => setTeamState(data, { ...state(), ...more })

  /** `reach` is asked first, in the same transaction: false where another process of this computer was faster, and all is there already. */
  const take = async (
    came: Pick<Came, 'commits' | 'answered' | 'counters'> & { scope?: Scope },
    reach: (own: WritableData) => boolean,
  ): Promise<void> => {
    const steps = function* (own: WritableData) {
      if (!reach(own)) return null
      return yield* takeIn(own, { ...came, scope: came.scope ?? scopeIn(own), now: ports.clock.now() })
    }
    const { commits, answered } = came
    const few = commits.length + answered.size <= FEW && pendingActs(data, 0, FEW + 1).length <= FEW
    const taken = few ? taking.atOnce(steps) : await taking.inSteps(steps, stopped)
    if (taken === null) return
    if (taken.entities.size > 0) changed([...taken.entities])
    if (taken.attention > 0) teamChanged()
  }

  /** `rerun`: all that waits is decided again in any case. */
  const pushAll = async (server: TeamClient, rerun = false): Promise<void> => {
    const answered = new Map<Id, AppError | null>()
    try {
      await pushEach(server, answered)
    } finally {
      // All that waits is decided again for it: so once, at the end. What was not taken in is answered the same the next time.
      if (rerun || answered.size > 0) await take({ commits: [], answered, counters: null }, () => true)
    }
  }

  const pushEach = async (server: TeamClient, answered: Map<Id, AppError | null>): Promise<void> => {
    for (let after = 0; ;) {
      const acts = fitting(pendingActs(data, after, ACTS))
      if (acts.length === 0) return
      const { epoch, handedBack } = state()
      const again = (act: Pending): boolean =>
        handedBack !== null && act.n <= handedBack.upTo && ports.clock.now() < handedBack.until
      const { outcomes } = await server.push(
        acts.map((act) => (again(act) ? { ...sent(act), again: true } : sent(act))),
        epoch,
        ports.clock.now(),
      )
      const waits = new Set(acts.filter(again).map(({ id }) => id))
      for (const outcome of outcomes) {
        // What it follows from may still be handed back by others.
        if (outcome.kind === 'refused' && waits.has(outcome.id)) continue
        if (outcome.kind === 'refused') answered.set(outcome.id, known(outcome.error))
        else if (outcome.kind === 'quarantined') answered.set(outcome.id, appError('team.quarantined'))
        // It changed nothing, or is in what was fetched anew: its commit does not come any more.
        else if (outcome.seq === null || outcome.seq <= state().version) answered.set(outcome.id, null)
      }
      const last = acts[outcomes.length - 1]
      if (last === undefined) throw new TeamProblem(appError('team.nonsense'))
      after = last.n
    }
  }

  /** False: the server lives another life than the one that this device knows, and nothing was sent. */
  const pushInThisLife = async (server: TeamClient, signal?: AbortSignal): Promise<boolean> => {
    try {
      await pushAll(server)
      return true
    } catch (error) {
      const code = error instanceof TeamProblem ? error.error.code : null
      if (code === 'team.otherEpoch') return false
      if (code !== 'team.copied') throw error
      // Another copy of these data has gone on under this name; what waits here is sent under one of its own.
      const { token: secret, deviceId } = await server.renew()
      token.write(secret)
      save({ deviceId })
      await pushAll(client(signal))
      return true
    }
  }

  /** A clock that was far ahead then would make it a wait of years. */
  const waitFromNow = (): void => {
    const { handedBack } = state()
    const now = ports.clock.now()
    if (handedBack !== null && now < handedBack.at)
      save({ handedBack: { ...handedBack, at: now, until: now + OTHERS_MS } })
  }

  const settleHandedBack = (): void => {
    const { handedBack } = state()
    if (handedBack === null || ports.clock.now() < handedBack.until) return
    if (pendingActs(data, 0, 1).every(({ n }) => n > handedBack.upTo)) save({ handedBack: null })
  }

  /**
   * What came with this answer; where something waits here, with what follows: each taking in decides all of that again, and what was sent
   * comes back at the end.
   */
  const gather = async (server: TeamClient, at: Link, answer: PullAnswer): Promise<Gathered> => {
    const most = pendingActs(data, 0, 1).length === 0 ? 0 : AT_ONCE
    let link: Link = { version: at.version, hash: at.hash }
    let last = answer
    const commits: Incoming[] = []
    for (;;) {
      for (const commit of last.commits) {
        const read = readCommit(commit, link)
        link = read.link
        if (read.incoming !== null) commits.push(read.incoming)
      }
      if (link.version >= last.version || link.version - at.version >= most) break
      const { version, hash } = link
      // What came so far is taken in all the same; why no more came is found out with the next.
      const more = await server.pull(version, hash).catch((error: unknown) => {
        if (error instanceof TeamProblem) return null
        throw error
      })
      const goesOn = more?.fits === true && more.scope === answer.scope && more.epoch === answer.epoch
      if (more === null || !goesOn || more.commits.length === 0) break
      last = more
    }
    return { link, commits, last }
  }

  /** True: the server had been restored to before what this device has, which now waits to be sent again. */
  const pullAll = async (server: TeamClient, news?: News): Promise<boolean> => {
    let wentBack = false
    for (let first = news; ; first = undefined) {
      const at = state()
      const here = first?.at.version === at.version && first.at.hash === at.hash
      const answer = first !== undefined && here ? first.answer : await server.pull(at.version, at.hash)
      if ((answer.protocol ?? PROTOCOL) > PROTOCOL && at.behind === null) save({ behind: PROTOCOL })
      if (!answer.fits) {
        // The same life of the server with another past: nobody said that it was restored.
        if (answer.epoch === at.epoch) throw new TeamProblem(appError('team.otherHistory'))
        goBack(at)
        wentBack = true
        await fill(server)
        continue
      }
      if (answer.epoch !== at.epoch && at.phase === 'filling') {
        // Some of what came may be from after the backup that was put back.
        beginFilling(data, at)
        await fill(server)
        continue
      }
      if (answer.epoch !== at.epoch) save({ epoch: answer.epoch, epochFrom: answer.epochFrom ?? 0 })
      const other = answer.scope !== at.scope
      // What one may see now can refer to what one may not; it is fetched anew below.
      if (other) data.db.pragma('foreign_keys = OFF')
      const { link, commits, last } = await gather(server, at, answer)
      const came = { commits, answered: new Map(), counters: last.counters }
      if (link.version > at.version)
        await take(other ? { ...came, scope: scopeNamed(answer.scope, at.userId) } : came, (own) => {
          const now = stateIn(own)
          if (now.version !== at.version) return false
          setTeamState(own, { ...now, ...link, epoch: last.epoch, lastContact: ports.clock.now() })
          return true
        })
      // Rights that came or went take the rows with them: what there is now is fetched anew. What was sent from here has come back before, or it
      // would be decided a second time upon itself.
      if (other && (link.version >= last.version || pendingActs(data, 0, 1).length === 0)) {
        beginFilling(data, state())
        changed('all')
        await fill(server)
        continue
      }
      if (!other && link.version >= last.version) return wentBack
      await nextTurn()
    }
  }

  const lookBackNow = async (server: TeamClient): Promise<void> => {
    if (state().phase !== 'on' || state().seen === null) return
    if ((await lookBack({ data, client: server, now: ports.clock.now(), state })) > 0) teamChanged()
  }

  /** The server lost some of what this device has: all is fetched anew, and what was confirmed here since then waits again. */
  const goBack = (at: TeamState): void => {
    if (ports.dataDir !== null)
      createBackup(data.db, join(ports.dataDir, 'backups'), { now: ports.clock.now(), label: 'rescued' })
    beginFilling(data, at)
    changed('all')
  }

  const fillPages = async (server: TeamClient): Promise<boolean> => {
    const ended = Promise.withResolvers<void>()
    try {
      return await fillTeam({
        data,
        client: server,
        now: ports.clock.now(),
        state,
        turn: () => nextTurn(),
        file,
        sameFile,
        stopped,
        writes: (done) => {
          const turn = done
            .catch(() => undefined)
            .finally(() => {
              if (filling?.turn === turn) filling.turn = null
            })
          filling = { turn, ended: ended.promise }
        },
      })
    } finally {
      filling = null
      ended.resolve()
    }
  }

  const fill = async (server: TeamClient): Promise<void> => {
    while (!(await fillPages(server))) beginFilling(data, state())
    // The pages are of different moments, and what is done upon them could not be taken back.
    if (state().phase === 'filling') await pullAll(server)
    if (state().phase === 'filling') save({ phase: 'on', progress: null, lastContact: ports.clock.now() })
    if (!holdsPart(data)) data.db.pragma('foreign_keys = ON')
    // What waited has no effect here yet; of what had been sent some is here already, and to decide it upon itself would fail.
    if (pendingActs(data, 0, 1).length > 0) await pushAll(server, true)
    await lookBackNow(server)
    changed('all')
    teamChanged()
  }

  return {
    state,
    client,
    record: () =>
      recordFill({ data, file, now: ports.clock.now(), makeWay: () => taking.makeWayNow(), stopped }).catch(
        (error: unknown) => ports.log.error('team.record', error),
      ),
    filling: () => filling,
    news: async (signal) => {
      const at = state()
      return { at, answer: await client(signal).news(at.version, at.hash) }
    },
    once: async (signal, news) => {
      const before = `${state().problem} ${pendingActs(data, 0, 1).length}`
      try {
        let server = client(signal)
        if (state().phase === 'founding')
          await uploadFirm({
            data,
            client: server,
            dataDir: ports.dataDir,
            copy: null,
            now: ports.clock.now(),
            state,
          })
        const { behind } = state()
        // What this program did not know before its update is there now.
        if (behind !== null && behind < PROTOCOL && state().phase === 'on')
          beginFilling(data, state(), () => ({ behind: null }))
        if (state().phase === 'filling') await fill(server)
        await lookBackNow(server)
        waitFromNow()
        // What is pushed comes back with a pull that is asked for after it.
        const pushes = pendingActs(data, 0, 1).length > 0
        const told = await pushInThisLife(server, signal)
        server = client(signal)
        const wentBack = await pullAll(server, pushes ? undefined : news)
        if (wentBack || !told) {
          await pushAll(server)
          await pullAll(server)
        }
        settleHandedBack()
        const { lastContact, problem } = state()
        const now = ports.clock.now()
        if (problem !== null || lastContact === null || Math.abs(now - lastContact) > CONTACT_MS)
          save({ lastContact: now, problem: null })
        return null
      } catch (error) {
        const said = error instanceof TeamProblem ? error.error : appError('team.nonsense')
        if (!(error instanceof TeamProblem)) ports.log.error('team.sync', error)
        // Left meanwhile: nothing is to be kept of it.
        if (teamState(data) !== null) save({ problem: said.code === 'team.offline' ? null : said.code })
        return said
      } finally {
        if (teamState(data) !== null && before !== `${state().problem} ${pendingActs(data, 0, 1).length}`)
          teamChanged()
      }
    },
  }
}

const sent = (act: Pending): SentAct => ({
  n: act.n,
  id: act.id,
  at: act.at,
  zone: act.zone,
  command: act.command,
  args: act.args as SentAct['args'],
  version: act.version,
  ...(isEdit(act.command) ? { seen: seenBy(act.meant) as NonNullable<SentAct['seen']> } : {}),
})

function fitting(acts: readonly Pending[]): Pending[] {
  const some: Pending[] = []
  let length = 0
  for (const act of acts) {
    length += JSON.stringify(act.args).length + JSON.stringify(act.meant).length
    if (some.length > 0 && length > CHARACTERS) break
    some.push(act)
  }
  return some
}
