// The team's server as this device asks it. What it answers is checked; what goes wrong becomes a code that a person can be told.
import type { z } from 'zod'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError, ERROR_CODES } from '../../shared/contract/errors.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import {
  Admitted,
  BEFORE_ROWS,
  Devices,
  DrawnFactor,
  FillHead,
  FillPage,
  FillStart,
  Founded,
  GrantAnswer,
  GrantBegun,
  Invited,
  Members,
  PROTOCOL,
  PROTOCOL_HEADER,
  PullAnswer,
  PushAnswer,
  RecoveryCodes,
  Refusal,
  SignIn,
  SignInHistory,
} from '../../shared/team/protocol.ts'
import type { SentAct } from '../../shared/team/protocol.ts'
import { z as zod } from 'zod'
import type { Said } from './way.ts'
import { way } from './way.ts'

export class TeamProblem extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}
const problem = (code: ErrorCode): TeamProblem => new TeamProblem(appError(code))

/** An answer takes no longer, and neither does a connection; waiting for news is cut by the server. */
const PATIENCE_MS = 30_000

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/

/** As it was typed, or the reason why nothing may be sent there. */
export function serverAddress(typed: string): string {
  let url: URL
  try {
    url = new URL(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  } catch {
    throw problem('team.badAddress')
  }
  // Passwords and notes go this way: in the clear only within this computer.
  if (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname)) throw problem('team.insecure')
  if (url.username !== '' || url.password !== '') throw problem('team.badAddress')
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

export type TeamClient = ReturnType<typeof createTeamClient>

type Asking = {
  stopped?: AbortSignal | undefined
  /** The refusal where nothing answers: what is done at once or not at all has one of its own, as nothing of it is sent later. */
  away?: ErrorCode
}

export function createTeamClient(
  server: string,
  token: string | null,
  { stopped, away = 'team.offline' }: Asking = {},
) {
  const askText = async <T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answer: () => T,
    body?: unknown,
    read: (text: string) => unknown = JSON.parse,
  ): Promise<{ said: z.infer<T>; text: string }> => {
    const giving = new AbortController()
    const giveUp = (): void => giving.abort()
    // Both go with the answer: a signal of its own that times out would be kept for as long as that takes, and a composed one for longer.
    const patience = setTimeout(giveUp, PATIENCE_MS + 5_000).unref()
    stopped?.addEventListener('abort', giveUp)
    if (stopped?.aborted === true) giveUp()
    let answered: Said
    try {
      answered = await way.ask({
        method,
        url: `${server}/v1/${path}`,
        headers: {
          [PROTOCOL_HEADER]: String(PROTOCOL),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        signal: giving.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (error) {
      const { code = '' } = error as { code?: string }
      throw problem(CERTIFICATE.test(code) ? 'team.certificate' : away)
    } finally {
      clearTimeout(patience)
      stopped?.removeEventListener('abort', giveUp)
    }
    const { status, text } = answered
    const isRefusal = status < 200 || status >= 300
    let said: unknown
    try {
      said = isRefusal ? JSON.parse(text) : read(text)
    } catch {
      throw problem(status >= 500 ? 'team.busy' : 'team.nonsense')
    }
    if (isRefusal) {
      const refused = Refusal().safeParse(said)
      if (!refused.success) throw problem(status >= 500 ? 'team.busy' : 'team.nonsense')
      throw new TeamProblem(known(refused.data.error))
    }
    const parsed = answer().safeParse(said)
    if (!parsed.success) throw problem('team.nonsense')
    return { said: parsed.data, text }
  }
  const ask = async <T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answer: () => T,
    body?: unknown,
  ): Promise<z.infer<T>> => (await askText(method, path, answer, body)).said
  const nothing = () => zod.object({})
  return {
    found: (body: object) => ask('POST', 'teams', Admitted, body),
    join: (body: object) => ask('POST', 'join', Admitted, body),
    foundRows: (entity: string, rows: readonly unknown[]) =>
      ask('POST', 'found/rows', nothing, { entity, rows }),
    foundPast: (commits: readonly unknown[]) => ask('POST', 'found/past', nothing, { commits }),
    founded: (counters: object) => ask('POST', 'found/done', Founded, { counters }),
    push: (acts: readonly SentAct[], epoch: string, sentAt: number) =>
      ask('POST', 'push', PushAnswer, { acts, epoch, sentAt }),
    renew: () => ask('POST', 'renew', Admitted, {}),
    pull: (since: number, hash: string) => ask('GET', `pull?since=${since}&hash=${hash}`, PullAnswer),
    /** Answers when there is something after `since`, or after a while all the same. */
    news: (since: number, hash: string) => ask('GET', `news?since=${since}&hash=${hash}`, PullAnswer),
    fillStart: () => ask('GET', 'fill', FillStart),
    /** As text: whoever writes the rows reads them, and holds each against its noun. */
    fillPage: async (entity: string, after: string) => {
      const { said, text } = await askText(
        'GET',
        `fill/${entity}?after=${encodeURIComponent(after)}`,
        () => zod.union([zod.object({ head: FillHead() }), zod.object({ page: FillPage() })]),
        undefined,
        headOrWhole,
      )
      const { after: next, epoch, scope } = 'head' in said ? said.head : said.page
      const rows = 'head' in said ? said.head.count : said.page.rows.length
      return { text, rows, after: next, epoch, scope }
    },
    invite: (body: object) => ask('POST', 'invitations', Invited, body),
    members: () => ask('GET', 'members', Members),
    devices: () => ask('GET', 'devices', Devices),
    beginGrant: (device: string) => ask('POST', 'device-grants', GrantBegun, { device }),
    askGrant: (deviceCode: string) => ask('POST', 'device-grants/ask', GrantAnswer, { deviceCode }),
    drawFactor: () => ask('POST', 'second-factor/draw', DrawnFactor, {}),
    signIn: () => ask('GET', 'sign-in', SignIn),
    changePassword: (body: object) => ask('POST', 'sign-in/password', nothing, body),
    setFactor: (body: object) => ask('POST', 'sign-in/second-factor', RecoveryCodes, body),
    dropFactor: (body: object) => ask('POST', 'sign-in/second-factor/off', nothing, body),
    renewRecoveryCodes: (body: object) => ask('POST', 'sign-in/recovery-codes', RecoveryCodes, body),
    setRules: (body: object) => ask('POST', 'sign-in/rules', nothing, body),
    signInHistory: () => ask('GET', 'sign-in/history', SignInHistory),
    resetFactor: (userId: string) =>
      ask('POST', `members/${encodeURIComponent(userId)}/reset-second-factor`, nothing),
    passwordCode: (userId: string) =>
      ask('POST', `members/${encodeURIComponent(userId)}/password-code`, Invited),
    revoke: (id: string) => ask('POST', `devices/${encodeURIComponent(id)}/revoke`, nothing),
  }
}

/** A page's head alone, where it comes first: its rows are read once, where they are written. */
function headOrWhole(text: string): { head: unknown } | { page: unknown } {
  const rows = text.startsWith('{"after":') ? text.indexOf(BEFORE_ROWS) : -1
  return rows < 0 ? { page: JSON.parse(text) } : { head: JSON.parse(`${text.slice(0, rows)}}`) }
}

/** A server that is newer may refuse with what this version has no sentence for. */
export const known = (error: { code: string }): AppError =>
  (ERROR_CODES as readonly string[]).includes(error.code) || /^(?:notFound|inUse|guard)\./.test(error.code)
    ? (error as AppError)
    : appError('team.refusedNewer')
