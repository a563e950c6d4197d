// The addresses of the server. Each says who may ask; what is asked is checked before anything looks at it, and no answer holds more than
// its session's user may see.
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { z } from 'zod'
import type { Logger } from 'pino'
import { answer, answerText } from './answer.ts'
import { createAttempts } from './attempts.ts'
import type { AccountDeps } from './accounts.ts'
import { drawPasswordCode } from './passwordCodes.ts'
import { found, invite, join as joinTeam } from './accounts.ts'
import type { Database } from './database.ts'
import type { Env } from './env.ts'
import { ASK_EVERY_MS, askGrant, beginGrant } from './deviceGrants.ts'
import { faultOf } from './log.ts'
import { addressOf, leavingOf } from './env.ts'
import { founded, foundPast, foundRows } from './founding.ts'
import type { Organisations } from './organisation.ts'
import { askScope } from './scopes.ts'
import { newerThan, restOf, scopeNow, scopeOf, tell } from './organisation.ts'
import { createOidc } from './oidc.ts'
import type { OidcConfig } from './oidcConfig.ts'
import {
  changePassword,
  dropFactor,
  memberOfUser,
  renewRecoveryCodes,
  resetFactor,
  setFactor,
  setRules,
  signInOf,
} from './ownSignIn.ts'
import { fillPage, pull } from './pull.ts'
import type { Pushed } from './push.ts'
import { push, pushRevoked } from './push.ts'
import { Refused } from './refused.ts'
import { drawFactor } from './secondFactor.ts'
import type { Session } from './sessions.ts'
import { createSessions, renew } from './sessions.ts'
import { createScreenRoutes } from './screens/routes.ts'
import { createSeats } from './screens/seats.ts'
import { eventsOf } from './signInEvents.ts'
import { createWebRoutes } from './web/routes.ts'
import { createWebSessions } from './web/session.ts'
import { showProblem } from './web/problem.ts'
import type { Clock } from '../shared/base/clock.ts'
import { appError } from '../shared/contract/errors.ts'
import {
  FoundBody,
  GrantAskBody,
  GrantBody,
  FactorBody,
  FoundedBody,
  InviteBody,
  JoinBody,
  LONGEST_BODY,
  OLDEST_PROTOCOL,
  PasswordBody,
  PastBody,
  PROTOCOL,
  PROTOCOL_HEADER,
  PushBody,
  RowsBody,
  RulesBody,
  SetFactorBody,
} from '../shared/team/protocol.ts'
import { scopeName } from '../shared/team/sight.ts'

export type ServerDeps = {
  database: Database
  organisations: Organisations
  clock: Clock
  newId(): string
  log: Logger
  version: string
  /** May anybody make a team here? Else only the first. */
  open: boolean
  /** Where browsers find the server (web/origin.ts); null: only on this computer. */
  address: string | null
  /** The firm’s own sign-in, where there is one. */
  oidc?: OidcConfig | undefined
  /** A folder of this process alone. */
  copies: string
  /** Where the built screens lie, if not in the program’s own folder. */
  screens?: string | undefined
}

export type ServerApp = { app: Hono<Env>; close(): Promise<void> }

export function createServerApp(deps: ServerDeps): ServerApp {
  const { database, organisations, clock, log } = deps
  const accounts: AccountDeps = {
    ...deps,
    tries: createAttempts(clock),
    oidcName: deps.oidc?.name ?? null,
  }
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const began = clock.monotonic()
    await next()
    // Paths and figures: never who, nor what.
    log.info({
      method: c.req.method,
      path: c.req.routePath,
      status: c.res.status,
      ms: Math.round(clock.monotonic() - began),
    })
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
  })
  const limited = bodyLimit({
    maxSize: LONGEST_BODY,
    onError: () => {
      throw new Refused(413, 'team.tooLarge')
    },
  })
  app.use((c, next) => {
    // What only asks brings nothing that anybody reads.
    if (c.req.method === 'GET') return next()
    // What says how long it is, is held to that by Node: to look at its body would make a stream of it, which takes longer than to read it.
    const length = c.req.header('content-length')
    const said = length !== undefined && c.req.header('transfer-encoding') === undefined
    return said && Number(length) <= LONGEST_BODY ? next() : limited(c, next)
  })
  app.use(compress())
  app.onError((error, c) => {
    if (error instanceof Refused) return showProblem(c, error) ?? c.json({ error: error.error }, error.status)
    const incident = deps.newId()
    log.error({ incident, path: c.req.routePath, ...faultOf(error) })
    return c.json({ error: { ...appError('team.busy'), incident } }, 503)
  })
  app.notFound((c) => c.json({ error: appError('request.unknown') }, 404))

  app.get('/health', async (c) => {
    await database.all('SELECT 1')
    return c.json({ ok: true, version: deps.version, protocol: PROTOCOL })
  })

  const web = createWebSessions(deps)
  const seats = createSeats({ ...deps, folder: join(deps.copies, 'pages') })
  const oidc = deps.oidc === undefined ? null : createOidc(accounts, deps.oidc)
  app.route('/', createWebRoutes(accounts, web, oidc))
  app.route('/', createScreenRoutes({ web, seats, folder: deps.screens }))

  app.use('/v1/*', async (c, next) => {
    // A page in a browser asks nothing here: there is no cookie, and nobody else's page is answered.
    if (c.req.header('origin') !== undefined) throw new Refused(403, 'request.notPermitted')
    const spoken = Number(c.req.header(PROTOCOL_HEADER) ?? Number.NaN)
    if (!(spoken >= OLDEST_PROTOCOL && spoken <= PROTOCOL)) throw new Refused(426, 'team.otherVersion')
    await next()
  })

  const body = async <T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> => {
    const text: unknown = await c.req.json().catch(() => undefined)
    const parsed = schema.safeParse(text)
    if (!parsed.success) throw new Refused(400, 'request.invalid')
    return parsed.data
  }

  app.post('/v1/teams', async (c) => {
    const coming = await body(c, FoundBody())
    if (!accounts.tries.takes(`address ${addressOf(c)}`)) throw new Refused(429, 'team.wait')
    return c.json(await found(accounts, coming))
  })
  app.post('/v1/join', async (c) => c.json(await joinTeam(accounts, await body(c, JoinBody()), addressOf(c))))

  const sessions = createSessions(database, clock)
  const admitted = async (c: Context<Env>): Promise<Session> => {
    const session = await sessions.of(c.req.header('authorization'))
    if (session.revoked) throw new Refused(401, 'team.revoked')
    return session
  }
  const inOrg = async (c: Context<Env>) => {
    const session = await sessions.whose(c.req.header('authorization'))
    const organisation = organisations.of(session.org)
    try {
      return { session, organisation, ...(await scopeOf(database, organisation, session)) }
    } catch (error) {
      // Where it is not there at all any more, it is said so.
      if (error instanceof Refused && error.error.code === 'team.revoked') await admitted(c)
      throw error
    }
  }
  const leading = async (c: Context<Env>) => {
    const found = await inOrg(c)
    if (found.scope.role !== 'administrator') throw new Refused(403, 'request.notPermitted')
    return found
  }

  app.post('/v1/found/rows', async (c) => {
    const session = await admitted(c)
    const { entity, rows } = await body(c, RowsBody())
    await foundRows(database, session, entity, rows)
    return c.json({})
  })
  app.post('/v1/found/past', async (c) => {
    const session = await admitted(c)
    await foundPast(database, clock, session, (await body(c, PastBody())).commits)
    return c.json({})
  })
  app.post('/v1/found/done', async (c) => {
    const session = await admitted(c)
    const { counters } = await body(c, FoundedBody())
    const done = await founded(database, deps, session, counters)
    const organisation = organisations.of(session.org)
    const { scope } = await scopeOf(database, organisation, session)
    // Of a large firm it takes a while, and whoever needs it first would wait for it.
    void organisation
      .turn(() => scopeNow(database, organisation, session, clock))
      .catch((error: unknown) => deps.log.error({ event: 'replica.fill', ...faultOf(error) }))
    return c.json({ ...done, scope: scopeName(scope) })
  })

  app.post('/v1/push', async (c) => {
    const authorization = c.req.header('authorization')
    const session = await sessions.whose(authorization)
    const { acts, epoch, sentAt } = await body(c, PushBody())
    const organisation = organisations.of(session.org)
    const { replica, recent, turn, failures } = organisation
    const log = (event: string, more: object): void => deps.log.warn({ event, ...more })
    const said = { epoch, sentAt, renews: c.req.header(PROTOCOL_HEADER) === String(PROTOCOL) }
    try {
      const pushDeps = { database, clock, newId: deps.newId, replica, recent, failures, log }
      // Told as soon as it is decided; the turn ends when the copy has followed.
      organisation.pushing += 1
      const { outcomes, version, made } = await new Promise<Pushed>((answered, failed) => {
        turn(() => push(pushDeps, session, acts, said, answered)).catch(failed)
      }).finally(() => void (organisation.pushing -= 1))
      if (made > 0) tell(organisation, version)
      return await answer(c, { outcomes })
    } catch (error) {
      if (!(error instanceof Refused) || error.error.code !== 'team.revoked') throw error
      const now = await sessions.of(authorization)
      if (!now.revoked) throw error
      return answer(c, { outcomes: await pushRevoked(deps, now, acts) })
    }
  })

  app.post('/v1/renew', async (c) => {
    const session = await admitted(c)
    const fresh = { deviceId: deps.newId(), now: clock.now() }
    return c.json(await database.transaction((sql) => renew(sql, session, fresh)))
  })

  app.get('/v1/pull', async (c) => {
    const since = number(c.req.query('since'))
    const hash = c.req.query('hash') ?? ''
    const { org, scope, organisation } = await inOrg(c)
    return answerText(c, await pull(database, organisation.recent, org, scope, since, hash))
  })

  // Waits for what there is not yet, and answers with it: who is told that there is something would ask for it at once.
  app.get('/v1/news', async (c) => {
    const since = number(c.req.query('since'))
    const hash = c.req.query('hash') ?? ''
    const waiting = await sessions.whose(c.req.header('authorization'))
    const leaving = leavingOf(c)
    await newerThan(deps, organisations.of(waiting.org), waiting.org, since, leaving, waiting.deviceId)
    if (leaving.aborted) return c.body(null)
    // By what holds now, not when it began to wait.
    const { org, scope, organisation, session } = await inOrg(c)
    await organisation.pace()
    const restMs = restOf(organisation, session.deviceId, clock.monotonic())
    return answerText(c, await pull(database, organisation.recent, org, scope, since, hash, { restMs }))
  })

  // Devices of before ask for the news only.
  app.get('/v1/wait', async (c) => {
    const since = number(c.req.query('since'))
    const session = await sessions.whose(c.req.header('authorization'))
    const organisation = organisations.of(session.org)
    const version = await newerThan(deps, organisation, session.org, since, leavingOf(c), session.deviceId)
    await organisation.pace()
    return answer(c, { version })
  })

  app.get('/v1/fill', async (c) => {
    const { org, scope, session } = await inOrg(c)
    const [begun] = await database.all<{ hash: string }>(
      'SELECT hash FROM commit WHERE org = $1 AND seq = $2',
      org.id,
      org.epochFrom,
    )
    return c.json({
      version: org.version,
      hash: org.hash,
      epoch: org.epoch,
      epochFrom: org.epochFrom,
      epochHash: begun?.hash ?? '',
      scope: scopeName(scope),
      userId: session.userId,
      counters: JSON.parse(org.counters) as unknown,
    })
  })
  app.get('/v1/fill/:entity', async (c) => {
    const { org, scope } = await inOrg(c)
    return answerText(
      c,
      await fillPage(database, org, scope, c.req.param('entity'), c.req.query('after') ?? ''),
    )
  })

  app.post('/v1/invitations', async (c) => {
    const { session } = await leading(c)
    const wanted = await body(c, InviteBody())
    if ((await askScope(database.pool, session.org, wanted.userId)) === null)
      throw new Refused(404, 'notFound.user')
    return c.json(await invite(accounts, session, wanted))
  })

  app.get('/v1/members', async (c) => {
    const { org } = await leading(c)
    const [members, invitations] = await Promise.all([
      database.all(
        `SELECT m.user_id AS "userId", a.email, f.account IS NOT NULL
         OR EXISTS (SELECT 1 FROM passkey p WHERE p.account = m.account) AS "secondFactor"
         FROM member m JOIN account a ON a.id = m.account LEFT JOIN second_factor f ON f.account = m.account
         WHERE m.org = $1 ORDER BY a.email`,
        org.id,
      ),
      database.all(
        `SELECT user_id AS "userId", email, expires_at AS "expiresAt" FROM invitation
         WHERE org = $1 AND used_at IS NULL AND expires_at > $2 ORDER BY email`,
        org.id,
        clock.now(),
      ),
    ])
    return c.json({ members, invitations })
  })

  const ownMember = async (c: Context<Env>) => {
    const { session } = await inOrg(c)
    return memberOfUser(accounts, session.org, session.userId)
  }
  app.post('/v1/device-grants', async (c) => {
    const { device } = await body(c, GrantBody())
    const url = `${web.originOf(c)}/device`
    const begun = await beginGrant(accounts, device, addressOf(c))
    return c.json({ ...begun, url, everyMs: ASK_EVERY_MS })
  })
  app.post('/v1/device-grants/ask', async (c) =>
    c.json(await askGrant(accounts, (await body(c, GrantAskBody())).deviceCode)),
  )

  app.post('/v1/second-factor/draw', (c) => c.json({ secret: drawFactor() }))
  app.get('/v1/sign-in', async (c) => c.json(await signInOf(accounts, await ownMember(c))))
  app.post('/v1/sign-in/password', async (c) => {
    const member = await ownMember(c)
    await changePassword(accounts, member, await body(c, PasswordBody()), addressOf(c), null)
    return c.json({})
  })
  app.post('/v1/sign-in/second-factor', async (c) => {
    const member = await ownMember(c)
    const wanted = await body(c, SetFactorBody())
    return c.json({ recoveryCodes: await setFactor(accounts, member, wanted, addressOf(c)) })
  })
  app.post('/v1/sign-in/second-factor/off', async (c) => {
    const member = await ownMember(c)
    await dropFactor(accounts, member, await body(c, FactorBody()), addressOf(c))
    return c.json({})
  })
  app.post('/v1/sign-in/recovery-codes', async (c) => {
    const member = await ownMember(c)
    const proof = await body(c, FactorBody())
    return c.json({ recoveryCodes: await renewRecoveryCodes(accounts, member, proof, addressOf(c)) })
  })
  const leadingMember = async (c: Context<Env>) => {
    const { session } = await leading(c)
    return memberOfUser(accounts, session.org, session.userId)
  }
  app.post('/v1/sign-in/rules', async (c) => {
    const by = await leadingMember(c)
    await setRules(accounts, by, await body(c, RulesBody()))
    return c.json({})
  })
  app.get('/v1/sign-in/history', async (c) => {
    const { org } = await leading(c)
    return c.json({ events: await eventsOf(database, org.id) })
  })
  app.post('/v1/members/:userId/password-code', async (c) =>
    c.json(await drawPasswordCode(accounts, await leadingMember(c), c.req.param('userId'))),
  )
  app.post('/v1/members/:userId/reset-second-factor', async (c) => {
    await resetFactor(accounts, await leadingMember(c), c.req.param('userId'))
    return c.json({})
  })

  app.get('/v1/devices', async (c) => {
    const { org, scope, session } = await inOrg(c)
    const devices = await database.all<{ id: string; userId: string }>(
      `SELECT id, user_id AS "userId", name, created_at AS "createdAt", last_contact AS "lastContact",
       revoked_at AS "revokedAt" FROM device WHERE org = $1 ORDER BY created_at`,
      org.id,
    )
    return c.json({
      devices: devices
        .filter(({ userId }) => scope.role === 'administrator' || userId === scope.userId)
        .map((device) => ({ ...device, own: device.id === session.deviceId })),
    })
  })

  app.post('/v1/devices/:id/revoke', async (c) => {
    const { org, scope } = await inOrg(c)
    const revoked = await database.all(
      `UPDATE device SET revoked_at = $4 WHERE org = $1 AND id = $2 AND revoked_at IS NULL
       AND ($3::text IS NULL OR user_id = $3) RETURNING id`,
      org.id,
      c.req.param('id'),
      scope.role === 'administrator' ? null : scope.userId,
      clock.now(),
    )
    if (revoked.length === 0) throw new Refused(404, 'team.noDevice')
    return c.json({})
  })

  return { app, close: () => seats.close() }
}

const number = (text: string | undefined): number => {
  const value = Number(text ?? '')
  if (!Number.isSafeInteger(value) || value < 0) throw new Refused(400, 'request.invalid')
  return value
}
