// A team on one server: making and joining it, who is in it, what waits to be sent, and what needs attention (H).
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { FieldChange, LeafValue } from '../entities/differences.ts'
import { Role } from '../entities/user.ts'
import { Email, FactorCode, NewFactor, Password } from '../team/protocol.ts'
import type { SignIn } from '../team/protocol.ts'
import { administrators, everybody } from './access.ts'
import type { ChangeView } from './entry.ts'
import type { AppError } from './errors.ts'
import { command, query } from './request.ts'

export type TeamPhase = 'founding' | 'filling' | 'on'

export type TeamStatus = {
  /** null: Daybook works alone here. */
  team: {
    server: string
    email: string
    userId: Id
    /** null: not fetched yet. */
    userName: string | null
    deviceId: Id
    phase: TeamPhase
    /** Sent or fetched so far, while data are on their way. */
    rows: number
    lastContact: number | null
    version: number
    /** The code of why nothing is sent or fetched; null: all is well, or the network is away. */
    problem: string | null
    /** The server was restored from a backup: when that was noticed, and how much was sent again from here. */
    handedBack: { at: number; count: number } | null
    online: boolean
  } | null
  /** Done here and not confirmed by the server. */
  waiting: number
  attention: number
}

type Person = { userId: Id; name: string; email: string; role: Role }
export type TeamMembers = {
  members: (Person & { secondFactor: boolean })[]
  invitations: (Person & { expiresAt: number })[]
}

export type TeamDevice = {
  id: Id
  userId: Id
  userName: string
  name: string
  createdAt: number
  lastContact: number | null
  revokedAt: number | null
  own: boolean
}

/** Shown once, where a second factor was set up. */
export type RecoveryCodes = { recoveryCodes: string[] }
/** The secret as text, and as the address that an authenticator reads from a picture. */
export type DrawnFactor = { secret: string; uri: string }
/** `url`: the page on which the code is confirmed. */
export type BrowserJoin = { userCode: string; url: string; expiresAt: number; everyMs: number }
export type OwnSignIn = SignIn
/** What became of people’s ways to sign in. */
export type SignInEventView = {
  id: Id
  at: number
  /** One of SIGN_IN_EVENTS, or what a newer server says. */
  what: string
  userName: string
  byName: string
}

/** A thing that it was about: of each field what it was, what was meant, and what holds now; ids as names. */
export type AttentionThing = Omit<ChangeView['subjects'][number], 'fields'> & {
  fields: (FieldChange & { held: LeafValue })[]
}

export type AttentionView = {
  id: Id
  command: string
  at: number
  noticedAt: number
  /** Why the server did not take it; null: it was decided differently. */
  refusal: AppError | null
  things: AttentionThing[]
  /** What `attention.retry` does: the same once more, or the note of a stop that does not count goes to the session that does. */
  offers: 'again' | 'note'
  /** The refusal that this one follows from. */
  follows: Id | null
}

export const teamQueries = {
  'team.status': query(() => z.object({}), 'all', everybody).returns<TeamStatus>(),
  'attention.list': query(() => z.object({}), 'all', everybody).returns<AttentionView[]>(),
}

const server = z.string().min(1).max(500)
const password = z.string().min(1).max(200)

export const teamDeviceCommands = {
  /** From this firm, with its data. */
  'team.create': command(
    () => z.object({ server, email: Email, password: Password, secondFactor: FactorCode.optional() }),
    administrators,
  ).returns<TeamStatus>(),
  /** Into an empty data folder; without a code as who is a member already, with a further device. */
  'team.join': command(
    () =>
      z.object({
        server,
        email: Email,
        password: Password,
        code: z.string().min(1).max(100).optional(),
        secondFactor: FactorCode.optional(),
        newFactor: NewFactor.optional(),
      }),
    everybody,
  ).returns<TeamStatus & Partial<RecoveryCodes>>(),
  'team.sync': command(() => z.object({}), everybody).returns<TeamStatus>(),
  /** What is here stays here; it is neither sent nor fetched any more. */
  'team.leave': command(() => z.object({}), everybody).returns<null>(),
  /** Of a user who is there, or of a new one. */
  'team.invite': command(
    () =>
      z.object({
        email: Email,
        role: Role.default('employee'),
        name: z.string().min(1).max(200).optional(),
        userId: Id.optional(),
      }),
    administrators,
  ).returns<{ code: string; expiresAt: number; userId: Id }>(),
  'team.members': command(() => z.object({}), administrators).returns<TeamMembers>(),
  /** One's own; an administrator sees all. */
  'team.devices': command(() => z.object({}), everybody).returns<TeamDevice[]>(),
  'team.revoke': command(() => z.object({ deviceId: Id }), everybody).returns<null>(),
  /** Joining by a browser: the code is shown, and confirmed on the server’s page. */
  'team.beginBrowser': command(() => z.object({ server }), everybody).returns<BrowserJoin>(),
  /** Has it been confirmed? Asked every `everyMs`. */
  'team.askBrowser': command(() => z.object({}), everybody).returns<{
    joined: boolean
    status: TeamStatus
  }>(),
  /** A secret for a second factor: of this team, or of one that is being joined. */
  'team.drawFactor': command(
    () => z.object({ server: server.optional(), email: Email.optional() }),
    everybody,
  ).returns<DrawnFactor>(),
  'team.signIn': command(() => z.object({}), everybody).returns<OwnSignIn>(),
  'team.changePassword': command(
    () => z.object({ password, newPassword: Password }),
    everybody,
  ).returns<null>(),
  'team.setFactor': command(
    () => z.object({ password, newFactor: NewFactor }),
    everybody,
  ).returns<RecoveryCodes>(),
  'team.dropFactor': command(
    () => z.object({ password, secondFactor: FactorCode }),
    everybody,
  ).returns<null>(),
  'team.renewRecoveryCodes': command(
    () => z.object({ password, secondFactor: FactorCode }),
    everybody,
  ).returns<RecoveryCodes>(),
  /** What the firm demands of who signs in. */
  'team.setRules': command(
    () => z.object({ secondFactor: z.boolean().optional(), oidcOnly: z.boolean().optional() }),
    administrators,
  ).returns<null>(),
  /** For somebody who lost it. */
  'team.resetFactor': command(() => z.object({ userId: Id }), administrators).returns<null>(),
  /** For somebody who forgot it: shown once, good for a day. */
  'team.passwordCode': command(() => z.object({ userId: Id }), administrators).returns<{
    code: string
    expiresAt: number
  }>(),
  'team.signInHistory': command(() => z.object({}), administrators).returns<SignInEventView[]>(),
  /** Do it again now, upon what holds now, or what of it still can be done (`offers`). */
  'attention.retry': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
  /** What holds now is right: it stays, and what was meant is forgotten. */
  'attention.keep': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
  /** None of it is wanted: what was decided differently is taken back too. */
  'attention.drop': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
}
