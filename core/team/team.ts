// A team on this device: becoming one, joining one, leaving it, who is in it, and the work in the background that sends and fetches.
import { hostname } from 'node:os'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type {
  BrowserJoin,
  DrawnFactor,
  OwnSignIn,
  RecoveryCodes,
  SignInEventView,
  TeamDevice,
  TeamMembers,
  TeamStatus,
} from '../../shared/contract/team.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { otpauthUri } from '../../shared/team/otpauth.ts'
import { actorOf } from '../decide.ts'
import type { WritableData } from '../db/data.ts'
import { makeNextIndex } from '../db/indexesAside.ts'
import { organisationOf } from '../facts/reads.ts'
import { currentUser } from '../kept/session.ts'
import type { Ports } from '../ports.ts'
import { attentionCount } from './attention.ts'
import { createTeamClient, serverAddress, TeamProblem } from './client.ts'
import type { Dealing } from './dealing.ts'
import { createDealing } from './dealing.ts'
import { beginFilling } from './fillTeam.ts'
import { beginFounding, uploadFirm } from './foundTeam.ts'
import { forgetActs, pendingCount } from './outbox.ts'
import type { TeamState } from './state.ts'
import { forgetTeam, holdsPart, isInTeam, teamState } from './state.ts'
import type { News } from './sync.ts'
import { createSyncing, FINAL } from './sync.ts'
import { createTaking } from './taking.ts'
import { tokenPlace } from './token.ts'

export type TeamDeps = {
  ports: Pick<Ports, 'clock' | 'log' | 'dataDir' | 'newId'>
  data: WritableData
  /** null: in memory. */
  file: string | null
  /** Throws when the file is no longer in its place. */
  sameFile(): void
  changed(entities: readonly EntityName[] | 'all'): void
  teamChanged(): void
  /** A request of the application itself, by the way of every request; `commitId`: what a command is to be known by. */
  run(name: string, args: object, commitId?: Id): Promise<Result<unknown, AppError>>
}

export type Team = Dealing & {
  status(): TeamStatus
  create(args: ParsedArgsOf<'team.create'>): Promise<Result<TeamStatus, AppError>>
  join(args: ParsedArgsOf<'team.join'>): Promise<Result<TeamStatus & Partial<RecoveryCodes>, AppError>>
  sync(): Promise<Result<TeamStatus, AppError>>
  leave(): Promise<Result<null, AppError>>
  invite(
    args: ParsedArgsOf<'team.invite'>,
  ): Promise<Result<{ code: string; expiresAt: number; userId: string }, AppError>>
  members(): Promise<Result<TeamMembers, AppError>>
  devices(): Promise<Result<TeamDevice[], AppError>>
  beginBrowser(server: string): Promise<Result<BrowserJoin, AppError>>
  askBrowser(): Promise<Result<{ joined: boolean; status: TeamStatus }, AppError>>
  drawFactor(args: ParsedArgsOf<'team.drawFactor'>): Promise<Result<DrawnFactor, AppError>>
  signIn(): Promise<Result<OwnSignIn, AppError>>
  changePassword(args: ParsedArgsOf<'team.changePassword'>): Promise<Result<null, AppError>>
  setFactor(args: ParsedArgsOf<'team.setFactor'>): Promise<Result<RecoveryCodes, AppError>>
  dropFactor(args: ParsedArgsOf<'team.dropFactor'>): Promise<Result<null, AppError>>
  renewRecoveryCodes(args: ParsedArgsOf<'team.renewRecoveryCodes'>): Promise<Result<RecoveryCodes, AppError>>
  setRules(args: ParsedArgsOf<'team.setRules'>): Promise<Result<null, AppError>>
  resetFactor(userId: string): Promise<Result<null, AppError>>
  passwordCode(userId: string): Promise<Result<{ code: string; expiresAt: number }, AppError>>
  signInHistory(): Promise<Result<SignInEventView[], AppError>>
  revoke(deviceId: string): Promise<Result<null, AppError>>
  /** For who is about to write here; see Taking. */
  makeWay(): Promise<void> | null
  makeWayNow(): void
  /** Settles when nothing that takes long is taken in any more; null: nothing is. */
  takingIn(): Promise<void> | null
  /** From now on in the background, as long as the program stays. */
  start(): void
  /** There was a commit here, which may wait to be sent. */
  committed(): void
  stop(): Promise<void>
}

/** After something was done here: what follows at once goes along. */
const SOON_MS = 30
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

export function createTeam(deps: TeamDeps): Team {
  const { ports, data, file, sameFile, changed, teamChanged } = deps
  const token = tokenPlace(ports.dataDir)
  const stopping = new AbortController()
  const taking = createTaking({ clock: ports.clock, data, file, sameFile })
  const syncing = createSyncing({
    ports,
    data,
    file,
    sameFile,
    token,
    taking,
    stopped: stopping.signal,
    changed,
    teamChanged,
  })
  let online = false
  /** One at a time: whoever asks while one runs waits for it, and then for its own. */
  let running: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = running.then(work, work)
    running = mine.catch(() => undefined)
    return mine
  }

  const status = (): TeamStatus => {
    const state = teamState(data)
    if (state === null) return { team: null, waiting: 0, attention: attentionCount(data) }
    const { server, email, userId, deviceId, phase, progress, lastContact, version, problem, handedBack } =
      state
    return {
      team: {
        server,
        email,
        userId,
        userName: data.find('user', userId)?.name ?? null,
        deviceId,
        phase,
        rows: progress?.rows ?? 0,
        lastContact,
        version,
        problem,
        handedBack: handedBack === null ? null : { at: handedBack.at, count: handedBack.count },
        online,
      },
      waiting: pendingCount(data),
      attention: attentionCount(data),
    }
  }

  const guarded = async <T>(work: () => Promise<T>): Promise<Result<T, AppError>> => {
    try {
      return ok(await work())
    } catch (error) {
      if (error instanceof TeamProblem) return fail(error.error)
      throw error
    }
  }

  const fresh = (
    server: string,
    email: string,
  ): Omit<TeamState, 'organisationId' | 'userId' | 'deviceId' | 'phase'> => ({
    server,
    email,
    version: -1,
    hash: '',
    epoch: '',
    epochFrom: 0,
    scope: '',
    lastContact: null,
    progress: null,
    problem: null,
    seen: null,
    unrecorded: false,
    handedBack: null,
    behind: null,
  })

  const deviceName = (): string => (hostname() || 'Daybook').slice(0, 100)

  /** Another program of this computer may have joined meanwhile: a device that holds a part cannot hold every reference. */
  const holdReferences = (): void => {
    const wanted = holdsPart(data) || teamState(data)?.phase === 'filling' ? 0 : 1
    if (data.db.pragma('foreign_keys', { simple: true }) !== wanted)
      data.db.pragma(`foreign_keys = ${wanted}`)
  }

  const syncOnce = async (news?: News): Promise<AppError | null> => {
    holdReferences()
    const problem = await syncing.once(stopping.signal, news)
    const now = problem === null
    if (online !== now) {
      online = now
      teamChanged()
    }
    if (now) await record()
    return problem
  }

  let looping: Promise<void> | null = null
  /** Beside who works here; a program that does not stay does it before it ends. */
  let recording: Promise<void> | null = null
  const record = async (): Promise<void> => {
    recording ??= syncing.record().finally(() => (recording = null))
    if (looping === null) await recording
  }

  let wake: (() => void) | null = null
  let sleeping = new AbortController()
  const poke = (): void => {
    wake?.()
    sleeping.abort()
  }

  /** Whoever has done something is answered first: to give up a question to the server takes as long as half a command. */
  let poked = false
  const pokeSoon = (): void => {
    if (poked) return
    poked = true
    setImmediate(() => {
      poked = false
      poke()
    })
  }

  /** Until something is done here, or the server has news: then they come with it, and are taken in at once. */
  const untilNews = async (restMs: number): Promise<News | undefined> => {
    sleeping = new AbortController()
    const signal = AbortSignal.any([sleeping.signal, stopping.signal])
    const here = new Promise<undefined>((resolve) => (wake = () => resolve(undefined)))
    const rest = (ms: number): Promise<undefined> =>
      wait(ms, undefined, { signal, ref: false }).catch(() => undefined)
    const there = (restMs === 0 ? Promise.resolve() : rest(restMs))
      .then(() => syncing.news(signal))
      .catch(() => rest(FIRST_WAIT_MS))
    const news = await Promise.race([here, there])
    wake = null
    sleeping.abort()
    if (news === undefined && !stopping.signal.aborted) await wait(SOON_MS, undefined, { ref: false })
    return news
  }

  const pause = async (ms: number): Promise<void> => {
    sleeping = new AbortController()
    await wait(ms, undefined, {
      signal: AbortSignal.any([sleeping.signal, stopping.signal]),
      ref: false,
    }).catch(() => undefined)
  }

  const loop = async (): Promise<void> => {
    let again = FIRST_WAIT_MS
    let news: News | undefined
    while (!stopping.signal.aborted) {
      const state = teamState(data)
      if (state === null || (state.problem !== null && FINAL.has(state.problem))) {
        online = false
        // Until somebody joins, or another program of this computer does.
        await pause(3_600_000)
        // Whoever runs the server may have said meanwhile that it was restored; the rest needs a person.
        if (teamState(data)?.problem !== 'team.otherHistory') continue
      }
      const came = news
      news = undefined
      const problem = await inTurn(() => syncOnce(came))
      if (stopping.signal.aborted) return
      if (problem === null) {
        again = FIRST_WAIT_MS
        news = await untilNews(came?.answer.restMs ?? 0)
      } else {
        await pause(again)
        again = Math.min(again * 2, LONGEST_WAIT_MS)
      }
    }
  }

  const leading = (): boolean => {
    const state = teamState(data)
    return state !== null && actorOf(data, state.userId)?.role === 'administrator'
  }

  const mayJoin = (): void => {
    if (teamState(data) !== null) throw new TeamProblem(appError('team.already'))
    // What is here would be lost: the team's data take its place.
    if (organisationOf(data) !== null) throw new TeamProblem(appError('team.notEmpty'))
  }

  /** The server has let this device in: what is there is fetched. */
  const enter = async (
    server: string,
    email: string,
    secret: string,
    admitted: Pick<TeamState, 'organisationId' | 'userId' | 'deviceId'>,
  ): Promise<AppError | null> => {
    token.write(secret)
    beginFilling(data, { ...fresh(server, email), ...admitted, phase: 'filling' })
    teamChanged()
    const problem = await inTurn(() => syncOnce())
    teamChanged()
    poke()
    return problem
  }

  /** Joining by a browser that has begun; its long code stays in this program. */
  let grant: { server: string; deviceCode: string } | null = null

  const makeWay = (): Promise<void> | null => taking.makeWay() ?? syncing.filling()?.turn ?? null

  const wayIsFree = async (): Promise<void> => {
    for (let ends; (ends = makeWay()) !== null;) await ends
  }

  const dealing = createDealing({ data, run: deps.run, wayIsFree, teamChanged })

  // For what is done at once or not at all, before this device is in a team and in one.
  const atOnce = { away: 'team.noAnswer' } as const
  const outside = (server: string) => createTeamClient(server, null, atOnce)
  const inTeam = () => {
    const state = teamState(data)
    if (state === null) throw new TeamProblem(appError('team.alone'))
    return createTeamClient(state.server, token.read(), atOnce)
  }
  /** What follows cannot wait until the server is back. */
  const syncFirst = async (): Promise<void> => {
    const problem = await inTurn(() => syncOnce())
    if (problem === null) return
    throw new TeamProblem(problem.code === 'team.offline' ? appError('team.noAnswer') : problem)
  }

  return {
    status,
    create: (args) =>
      guarded(async () => {
        if (teamState(data) !== null) throw new TeamProblem(appError('team.already'))
        const user = currentUser(data)
        const organisation = organisationOf(data)
        if (user === null || organisation === null) throw new TeamProblem(appError('setup.missing'))
        const server = serverAddress(args.server)
        const { token: secret, ...admitted } = await outside(server).found({
          email: args.email,
          password: args.password,
          device: deviceName(),
          userId: user.id,
          ...(args.secondFactor === undefined ? {} : { secondFactor: args.secondFactor }),
        })
        token.write(secret)
        const state: TeamState = { ...fresh(server, args.email), ...admitted, phase: 'founding' }
        await inTurn(async () => {
          const copy = beginFounding(data, ports.dataDir, state)
          teamChanged()
          await uploadFirm({
            data,
            client: syncing.client(stopping.signal),
            dataDir: ports.dataDir,
            copy,
            now: ports.clock.now(),
            state: syncing.state,
          })
        })
        await inTurn(() => syncOnce())
        teamChanged()
        poke()
        return status()
      }),
    join: (args) =>
      guarded(async () => {
        mayJoin()
        const server = serverAddress(args.server)
        const { email, password, code, secondFactor, newFactor } = args
        const asked = { email, password, code, secondFactor, newFactor, device: deviceName() }
        const { token: secret, recoveryCodes, ...admitted } = await outside(server).join(asked)
        const problem = await enter(server, email, secret, admitted)
        // Recovery codes are shown once, also where the first fetching breaks off; it goes on by itself.
        if (recoveryCodes !== undefined) return { ...status(), recoveryCodes }
        if (problem !== null && teamState(data)?.phase !== 'on') throw new TeamProblem(problem)
        return status()
      }),
    beginBrowser: (typed) =>
      guarded(async () => {
        mayJoin()
        const server = serverAddress(typed)
        const { deviceCode, ...shown } = await outside(server).beginGrant(deviceName())
        // What the server calls its page is where a person is sent: only to the server that was typed, or the web at large by https.
        if (!shown.url.startsWith('https://') && new URL(shown.url).origin !== new URL(server).origin)
          throw new TeamProblem(appError('team.nonsense'))
        grant = { server, deviceCode }
        return shown
      }),
    askBrowser: () =>
      guarded(async () => {
        mayJoin()
        if (grant === null) throw new TeamProblem(appError('team.noGrant'))
        const { server, deviceCode } = grant
        const answer = await createTeamClient(server, null).askGrant(deviceCode)
        if (answer.state === 'waiting') return { joined: false, status: status() }
        grant = null
        const { token: secret, email, organisationId, userId, deviceId } = answer
        const problem = await enter(server, email, secret, { organisationId, userId, deviceId })
        if (problem !== null && teamState(data)?.phase !== 'on') throw new TeamProblem(problem)
        return { joined: true, status: status() }
      }),
    sync: () =>
      guarded(async () => {
        if (teamState(data) === null) throw new TeamProblem(appError('team.alone'))
        const stuck = teamState(data)?.problem !== null
        const problem = await inTurn(() => syncOnce())
        if (problem !== null) throw new TeamProblem(problem)
        // The work in the background had given up.
        if (stuck) poke()
        return status()
      }),
    leave: () =>
      guarded(async () => {
        const state = teamState(data)
        if (state === null) throw new TeamProblem(appError('team.alone'))
        if (state.phase === 'filling' || pendingCount(data) > 0) {
          // What waits would stay here alone, and nobody would know.
          const problem = await inTurn(() => syncOnce())
          if (problem !== null && !FINAL.has(problem.code)) throw new TeamProblem(problem)
        }
        await syncing
          .client()
          .revoke(state.deviceId)
          .catch((error: unknown) => {
            // Without the server it cannot be told; an administrator sees the device and revokes it.
            if (!(error instanceof TeamProblem)) throw error
          })
        await wayIsFree()
        while (makeNextIndex(data.db)) await nextTurn()
        data.db
          .transaction(() => {
            forgetTeam(data)
            forgetActs(data)
          })
          .immediate()
        token.remove()
        poke()
        teamChanged()
        return null
      }),
    invite: (args) =>
      guarded(async () => {
        if (!leading())
          throw new TeamProblem(
            appError(teamState(data) === null ? 'team.alone' : 'request.notPermitted', {
              values: { name: 'team.invite' },
            }),
          )
        let { userId } = args
        if (userId === undefined) {
          // Nobody is added here whom no invitation follows: asked again, their name would be taken.
          await syncFirst()
          const name = args.name ?? args.email.split('@')[0] ?? args.email
          const added = await deps.run('user.add', { name, email: args.email, role: args.role })
          if (!added.ok) throw new TeamProblem(added.error)
          userId = (added.value as { userId: string }).userId
        }
        // The server has to know whom the invitation is for.
        await syncFirst()
        const invited = await inTeam().invite({ email: args.email, userId })
        return { ...invited, userId }
      }),
    members: () =>
      guarded(async () => {
        const { members, invitations } = await inTeam().members()
        const nameOf = (userId: string): string => data.find('user', userId)?.name ?? ''
        const roleOf = (userId: string) => data.find('user', userId)?.role ?? 'employee'
        const named = <T extends { userId: string }>(list: readonly T[]) =>
          list.map((one) => ({ ...one, name: nameOf(one.userId), role: roleOf(one.userId) }))
        return { members: named(members), invitations: named(invitations) }
      }),
    devices: () =>
      guarded(async () => {
        const { devices } = await inTeam().devices()
        return devices.map((device) => ({
          ...device,
          userName: data.find('user', device.userId)?.name ?? '',
        }))
      }),
    drawFactor: ({ server, email }) =>
      guarded(async () => {
        const client = server === undefined ? inTeam() : outside(serverAddress(server))
        const { secret } = await client.drawFactor()
        return { secret, uri: otpauthUri(secret, email ?? teamState(data)?.email ?? '') }
      }),
    signIn: () => guarded(() => inTeam().signIn()),
    changePassword: (args) =>
      guarded(async () => {
        await inTeam().changePassword(args)
        return null
      }),
    setFactor: (args) => guarded(() => inTeam().setFactor(args)),
    dropFactor: (args) =>
      guarded(async () => {
        await inTeam().dropFactor(args)
        return null
      }),
    renewRecoveryCodes: (args) => guarded(() => inTeam().renewRecoveryCodes(args)),
    setRules: (args) =>
      guarded(async () => {
        await inTeam().setRules(args)
        return null
      }),
    resetFactor: (userId) =>
      guarded(async () => {
        await inTeam().resetFactor(userId)
        return null
      }),
    passwordCode: (userId) => guarded(() => inTeam().passwordCode(userId)),
    signInHistory: () =>
      guarded(async () => {
        const { events } = await inTeam().signInHistory()
        const nameOf = (userId: string): string => data.find('user', userId)?.name ?? ''
        return events.map(({ id, at, what, userId, byUser }) => ({
          id,
          at,
          what,
          userName: nameOf(userId),
          byName: nameOf(byUser),
        }))
      }),
    revoke: (deviceId) =>
      guarded(async () => {
        await inTeam().revoke(deviceId)
        return null
      }),
    ...dealing,
    makeWay,
    makeWayNow: () => taking.makeWayNow(),
    takingIn: () => taking.underWay() ?? syncing.filling()?.ended ?? null,
    start: () => {
      looping ??= loop().catch((error: unknown) => ports.log.error('team.loop', error))
    },
    // Alone there is nobody to send it to, and to be woken takes longer than to look.
    committed: () => {
      if (isInTeam(data)) pokeSoon()
    },
    stop: async () => {
      stopping.abort()
      poke()
      await looping
      await running
      await recording
      await taking.close()
      await nextTurn()
    },
  }
}
