// What devices and the server of a team say to each other, over HTTP as JSON. Both sides check what they are told by these.
import { z } from 'zod'
import type { AppError } from '../contract/errors.ts'
import { once } from '../base/once.ts'

/**
 * Said with each request; a server speaks this one and the one before. 2: acts say in which version they were said, the epoch that a device
 * knows, and what its clock shows. A version that says a command otherwise has a line in versions.ts.
 */
export const PROTOCOL = 2
export const OLDEST_PROTOCOL = 1
export const PROTOCOL_HEADER = 'daybook-protocol'

/** Acts in one message; the server may take fewer and says how many. */
export const MOST_ACTS = 200
/** Commits in one answer. */
export const MOST_COMMITS = 500
/** Rows of one page. */
export const MOST_ROWS = 2_000
export const LONGEST_BODY = 2 * 1024 * 1024
export const SHORTEST_PASSWORD = 10

const Name = z.string().min(1).max(200)
const ShortId = z.string().min(1).max(64)
/** A strict ULID: what is handed out under it can then be nobody else's. */
export const Ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
export const Email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email())
export const Password = z.string().min(SHORTEST_PASSWORD).max(200)

/** Anything that was said: what comes as JSON has been read as such, so nobody goes through it once more. */
const Anything = z.custom<z.core.util.JSONType>((value) => value !== undefined)

const seen = z.record(z.string(), z.record(z.string(), Anything))

export const SentAct = once(() =>
  z.object({
    n: z.int().min(1),
    id: Ulid,
    at: z.int().min(0),
    zone: z.string().min(1).max(64),
    command: z.string().min(1).max(80),
    args: Anything,
    /** In which version that was said (versions.ts); version 1 does not say. */
    version: z.int().min(1).max(PROTOCOL).optional(),
    seen: seen.optional(),
    /** Handed back to a server that was restored: a refusal is not its last word, as others still hand back theirs. */
    again: z.boolean().optional(),
  }),
)
export type SentAct = z.infer<ReturnType<typeof SentAct>>

/** `epoch`: of the server as the device knows it; in another life of it the device first looks what is left.
 * `sentAt`: by the device's own clock. */
export const PushBody = once(() =>
  z.object({
    acts: z.array(SentAct()).max(MOST_ACTS),
    epoch: z.string().max(64).optional(),
    sentAt: z.int().optional(),
  }),
)

const error = z.object({ code: z.string() }).loose()

/** `done` without a seq: it changed nothing. */
export const Outcome = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('done'), id: ShortId, seq: z.int().nullable() }),
    z.object({ kind: z.literal('refused'), id: ShortId, error }),
    z.object({ kind: z.literal('quarantined'), id: ShortId }),
  ]),
)
export type Outcome = z.infer<ReturnType<typeof Outcome>>
export const PushAnswer = once(() => z.object({ outcomes: z.array(Outcome()) }))
export type PushAnswer = z.infer<ReturnType<typeof PushAnswer>>

/**
 * What a commit did: whole where all of it may be seen, which the hash then proves; of a part only that part; else nothing but the
 * hash.
 */
export const SentLeaf = once(() =>
  z.union([
    z.object({ salt: z.string(), text: z.string() }),
    z.object({ hash: z.string(), part: z.string() }),
    z.object({ hash: z.string() }),
  ]),
)
export type SentLeaf = z.infer<ReturnType<typeof SentLeaf>>
/** `leaves` null: nothing of it is for this device. The first is what the commit says of itself. */
export const SentCommit = once(() =>
  z.object({ seq: z.int(), root: z.string(), leaves: z.array(SentLeaf()).nullable() }),
)
export type SentCommit = z.infer<ReturnType<typeof SentCommit>>

const counters = z.object({ project: z.int(), case: z.int() })

/** `fits` false: the chain at `since` is another one than the device has. */
export const PullAnswer = once(() =>
  z.object({
    fits: z.boolean(),
    scope: z.string(),
    version: z.int(),
    epoch: z.string(),
    /** After which commit that epoch began. */
    epochFrom: z.int().optional(),
    commits: z.array(SentCommit()),
    counters,
    /** The server's own; a newer one may know nouns and fields that this device does not. */
    protocol: z.int().optional(),
    /** So long the device is to wait before it asks for the next news. */
    restMs: z.int().nonnegative().optional(),
  }),
)
export type PullAnswer = z.infer<ReturnType<typeof PullAnswer>>

export const FillStart = once(() =>
  z.object({
    version: z.int(),
    hash: z.string(),
    epoch: z.string(),
    /** The commit that it had when this life began. */
    epochFrom: z.int().optional(),
    /** Its hash; a server of before does not say. */
    epochHash: z.string().optional(),
    scope: z.string(),
    userId: ShortId,
    counters,
  }),
)
export type FillStart = z.infer<ReturnType<typeof FillStart>>
/** What stands between the head of a page and its rows, which end it. In no head, as its texts have no bare quote. */
export const BEFORE_ROWS = ',"rows":['
/**
 * Of a page of a first fill, what is not its rows: where the next begins (null: that was the last one), and by which life of the server and
 * which rights it was made.
 */
export const FillHead = once(() =>
  z.object({
    after: z.string().nullable(),
    epoch: z.string(),
    scope: z.string(),
    /** Of its rows. */
    count: z.int().min(0),
  }),
)
/** A page of a server of before: its rows first, and neither life nor rights. Each row is held against its noun by who writes it. */
export const FillPage = once(() =>
  FillHead()
    .partial()
    .required({ after: true })
    .extend({ rows: z.array(z.unknown()) }),
)

/** Six digits of the authenticator, or a recovery code. */
export const FactorCode = z.string().min(1).max(60)
/** A second factor that is set up: its secret, and a code that shows that it was taken over. */
export const NewFactor = z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: FactorCode })
const factors = { secondFactor: FactorCode.optional(), newFactor: NewFactor.optional() }

/** What a person calls something of theirs, a device or a passkey. */
export const OwnName = Name

export const FoundBody = once(() =>
  z.object({ email: Email, password: Password, device: Name, userId: ShortId, ...factors }),
)
export const JoinBody = once(() =>
  z.object({
    email: Email,
    password: Password,
    device: Name,
    code: z.string().max(100).optional(),
    ...factors,
  }),
)
export const SignInBody = once(() =>
  // Any length: one that could be none is told the same as a wrong one.
  z.object({ email: Email, password: z.string().max(200), ...factors }),
)
/** Who this device is from now on. */
export const Admitted = once(() =>
  z.object({
    organisationId: ShortId,
    userId: ShortId,
    deviceId: ShortId,
    token: z.string().min(40).max(100),
    /** Where a second factor was set up on the way. */
    recoveryCodes: z.array(z.string()).optional(),
  }),
)
export type Admitted = z.infer<ReturnType<typeof Admitted>>

/** A device that a browser lets in: the long code is the device's own, the short one is shown. */
export const GrantBody = once(() => z.object({ device: Name }))
export const GrantBegun = once(() =>
  z.object({
    deviceCode: z.string().min(40).max(100),
    userCode: z.string().max(20),
    url: z.string().max(500),
    expiresAt: z.int(),
    everyMs: z.int(),
  }),
)
export const GrantAskBody = once(() => z.object({ deviceCode: z.string().max(100) }))
export const GrantAnswer = once(() =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    Admitted().extend({ state: z.literal('in'), email: z.string() }),
  ]),
)
export const UserCodeBody = once(() => z.object({ userCode: z.string().min(1).max(40) }))

export const RowsBody = once(() =>
  z.object({ entity: z.string(), rows: z.array(z.record(z.string(), Anything)).max(MOST_ROWS) }),
)
export const PastBody = once(() =>
  z.object({
    commits: z
      .array(
        z.object({
          header: z.record(z.string(), Anything),
          effects: z.array(z.tuple([z.string(), Anything, Anything])),
        }),
      )
      .max(MOST_COMMITS),
  }),
)
export const FoundedBody = once(() => z.object({ counters }))
export const Founded = once(() =>
  z.object({ version: z.int(), hash: z.string(), epoch: z.string(), scope: z.string() }),
)

export const InviteBody = once(() => z.object({ email: Email, userId: ShortId }))
export const Invited = once(() => z.object({ code: z.string(), expiresAt: z.int() }))

export const Devices = once(() =>
  z.object({
    devices: z.array(
      z.object({
        id: ShortId,
        userId: ShortId,
        name: z.string(),
        createdAt: z.int(),
        lastContact: z.int().nullable(),
        revokedAt: z.int().nullable(),
        own: z.boolean(),
      }),
    ),
  }),
)
export const Members = once(() =>
  z.object({
    members: z.array(z.object({ userId: ShortId, email: z.string(), secondFactor: z.boolean() })),
    invitations: z.array(z.object({ userId: ShortId, email: z.string(), expiresAt: z.int() })),
  }),
)

const OwnPassword = z.string().max(200)
/** Of a second factor of one's own: setting it up, taking it away, and recovery codes anew. */
export const SetFactorBody = once(() => z.object({ password: OwnPassword, newFactor: NewFactor }))
export const FactorBody = once(() => z.object({ password: OwnPassword, secondFactor: FactorCode }))
export const PasswordBody = once(() => z.object({ password: OwnPassword, newPassword: Password }))
/** By the code of an administrator, for who forgot the old one. */
export const NewPasswordBody = once(() =>
  z.object({ email: Email, code: z.string().min(1).max(100), newPassword: Password }),
)
export const DrawnFactor = once(() => z.object({ secret: z.string() }))
export const RecoveryCodes = once(() => z.object({ recoveryCodes: z.array(z.string()) }))

/** How one signs in oneself, and what the firm demands. */
export const SignIn = once(() =>
  z.object({
    email: z.string(),
    secondFactor: z.object({ since: z.int(), recoveryLeft: z.int() }).nullable(),
    rules: z.object({ secondFactor: z.boolean(), oidcOnly: z.boolean() }),
    /** What the firm’s own sign-in is called; null: the server has none. */
    oidc: z.string().nullable(),
  }),
)
export type SignIn = z.infer<ReturnType<typeof SignIn>>
export const RulesBody = once(() =>
  z.object({ secondFactor: z.boolean().optional(), oidcOnly: z.boolean().optional() }),
)

export const SIGN_IN_EVENTS = [
  'passwordChanged',
  'passwordCodeDrawn',
  'factorSet',
  'factorRemoved',
  'factorReset',
  'factorDemanded',
  'factorNotDemanded',
  'recoveryCodeUsed',
  'recoveryCodesDrawn',
  'deviceByBrowser',
  'passkeyAdded',
  'passkeyRemoved',
  'oidcLinked',
  'oidcDemanded',
  'oidcNotDemanded',
] as const
export type SignInEvent = (typeof SIGN_IN_EVENTS)[number]
export const SignInHistory = once(() =>
  z.object({
    events: z.array(
      z.object({ id: ShortId, at: z.int(), what: z.string(), userId: ShortId, byUser: ShortId }),
    ),
  }),
)

/** What every refusal of the server says. */
export const Refusal = once(() => z.object({ error }))
export type ServerError = AppError
