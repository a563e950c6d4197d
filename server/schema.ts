// The tables of the server: the truth, its order and its lock. drizzle-kit writes the migrations from it (drizzle/postgres); programs run
// plain SQL. Every key begins with the organisation, so that one PostgreSQL of many machines can keep each whole on one of them.
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

const instant = (name: string) => bigint(name, { mode: 'number' })

/** `version`: the number of its last commit; who writes holds this row. `epoch` is drawn anew where a backup is restored. */
export const org = pgTable('org', {
  id: text('id').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  epoch: text('epoch').notNull(),
  /** The last commit of the epoch before. */
  epochFrom: bigint('epoch_from', { mode: 'number' }).notNull().default(0),
  /** founding: the firm’s data are still on their way; open. */
  phase: text('phase').notNull(),
  /** The highest numbers of codes that are given in order, as JSON. */
  counters: text('counters').notNull(),
  /** Nobody of the firm signs in without a second factor. */
  factorRequired: boolean('factor_required').notNull().default(false),
  /** Nobody of the firm signs in but by its own provider. */
  oidcOnly: boolean('oidc_only').notNull().default(false),
  createdAt: instant('created_at').notNull(),
})

/** `leaves` is text and never jsonb, which would reorder keys and break the chain. */
export const commit = pgTable(
  'commit',
  {
    org: text('org').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    id: text('id').notNull(),
    leaves: text('leaves').notNull(),
    root: text('root').notNull(),
    hash: text('hash').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.seq] }), uniqueIndex('commit_id').on(t.org, t.id)],
)

/** Everything as it is now, for first fills; `value` as JSON, also of what was removed. */
export const row = pgTable(
  'row',
  {
    org: text('org').notNull(),
    entity: text('entity').notNull(),
    id: text('id').notNull(),
    owner: text('owner'),
    value: text('value').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    removed: boolean('removed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.entity, t.id] }),
    index('row_owner').on(t.org, t.entity, t.owner, t.id),
  ],
)

/** What became of each act, for ever: whoever asks again is told the same, and nothing is done twice. */
export const receipt = pgTable(
  'receipt',
  {
    org: text('org').notNull(),
    commandId: text('command_id').notNull(),
    device: text('device').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
    argsHash: text('args_hash').notNull(),
    outcome: text('outcome').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.commandId] }),
    // Each push asks which of its numbers its device has used.
    index('receipt_number').on(t.org, t.device, t.n),
  ],
)

export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    salt: text('salt').notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('account_email').on(t.email)],
)

/** Which user of which organisation an account is. */
export const member = pgTable(
  'member',
  { org: text('org').notNull(), account: text('account').notNull(), userId: text('user_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.org, t.account] }),
    uniqueIndex('member_user').on(t.org, t.userId),
    index('member_account').on(t.account),
  ],
)

/** The token is kept as a hash: who reads the database cannot come in by it. */
export const device = pgTable(
  'device',
  {
    org: text('org').notNull(),
    id: text('id').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    lastContact: instant('last_contact'),
    revokedAt: instant('revoked_at'),
    /** The first identity of a device that was copied or put back, and has a new one: what that one sent is its own. */
    origin: text('origin'),
  },
  (t) => [primaryKey({ columns: [t.org, t.id] }), uniqueIndex('device_token').on(t.tokenHash)],
)

export const invitation = pgTable(
  'invitation',
  {
    org: text('org').notNull(),
    codeHash: text('code_hash').notNull(),
    email: text('email').notNull(),
    userId: text('user_id').notNull(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.org, t.codeHash] }), uniqueIndex('invitation_code').on(t.codeHash)],
)

/** By which somebody who forgot their password chooses a new one: one for an account, kept as a hash. */
export const passwordCode = pgTable(
  'password_code',
  {
    account: text('account').primaryKey(),
    org: text('org').notNull(),
    userId: text('user_id').notNull(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [uniqueIndex('password_code_hash').on(t.codeHash)],
)

/** A browser that is signed in. Its cookie is kept as a hash; it goes with the membership, which is asked each time. */
export const webSession = pgTable(
  'web_session',
  {
    org: text('org').notNull(),
    id: text('id').notNull(),
    tokenHash: text('token_hash').notNull(),
    account: text('account').notNull(),
    userId: text('user_id').notNull(),
    /** How somebody came in (web/session.ts). */
    method: text('method').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsed: instant('last_used').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.id] }),
    uniqueIndex('web_session_token').on(t.tokenHash),
    index('web_session_account').on(t.account),
  ],
)

/** How somebody likes the screens in a browser; a device keeps its own. */
export const webPreferences = pgTable(
  'web_preferences',
  { org: text('org').notNull(), userId: text('user_id').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.org, t.userId] })],
)

/** The secret of somebody’s codes (RFC 6238). `step`: the newest that was used, which with those before it is worth nothing more. */
export const secondFactor = pgTable('second_factor', {
  account: text('account').primaryKey(),
  secret: text('secret').notNull(),
  step: instant('step').notNull(),
  since: instant('since').notNull(),
  /** Wrong codes since the last right one, and until when no further is looked at. */
  tries: integer('tries').notNull(),
  waitUntil: instant('wait_until').notNull(),
})

/** For who has lost the second factor: each once, kept as hashes. */
export const recoveryCode = pgTable(
  'recovery_code',
  { account: text('account').notNull(), codeHash: text('code_hash').notNull() },
  (t) => [primaryKey({ columns: [t.account, t.codeHash] })],
)

/** What is kept of a passkey is its public half. `counter`: of its uses, where it counts them. */
export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsed: instant('last_used'),
  },
  (t) => [index('passkey_account').on(t.account)],
)

/** What a passkey is to sign, once; `account` is empty where somebody signs in. */
export const passkeyChallenge = pgTable('passkey_challenge', {
  hash: text('hash').primaryKey(),
  account: text('account').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** Who somebody is to the firm’s own provider. */
export const oidcIdentity = pgTable(
  'oidc_identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    account: text('account').notNull(),
    email: text('email').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex('oidc_identity_account').on(t.issuer, t.account),
  ],
)

/** Somebody is on the way to the provider and back, once. */
export const oidcFlow = pgTable('oidc_flow', {
  stateHash: text('state_hash').primaryKey(),
  /** Of the cookie of the browser that set out. */
  boundHash: text('bound_hash').notNull(),
  nonce: text('nonce').notNull(),
  verifier: text('verifier').notNull(),
  next: text('next').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** A device that waits to be let in by a browser. Both codes are kept as hashes, and go with the first answer that is one. */
export const deviceGrant = pgTable(
  'device_grant',
  {
    codeHash: text('code_hash').primaryKey(),
    userCodeHash: text('user_code_hash').notNull(),
    device: text('device').notNull(),
    /** From where it asked, for whoever confirms it to see. */
    address: text('address').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    asked: instant('asked').notNull(),
    /** allowed, denied; null: not yet. */
    decision: text('decision'),
    org: text('org'),
    account: text('account'),
    userId: text('user_id'),
  },
  (t) => [uniqueIndex('device_grant_user_code').on(t.userCodeHash)],
)

/** What became of people’s ways to sign in, for administrators to read: never a secret. */
export const signInEvent = pgTable(
  'sign_in_event',
  {
    org: text('org').notNull(),
    id: text('id').notNull(),
    at: instant('at').notNull(),
    what: text('what').notNull(),
    /** Whose sign-in, and who did it. */
    userId: text('user_id').notNull(),
    byUser: text('by_user').notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.id] })],
)

/** Acts that could not be told apart from others, or came from a device that was shut out: kept, and never answered as done. */
export const quarantine = pgTable(
  'quarantine',
  {
    org: text('org').notNull(),
    commandId: text('command_id').notNull(),
    argsHash: text('args_hash').notNull(),
    device: text('device').notNull(),
    n: integer('n').notNull(),
    reason: text('reason').notNull(),
    act: text('act').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.commandId, t.argsHash] })],
)
