// A team on one server: making and joining it, who is in it, what waits to be sent, and what needs attention (H).
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { FieldChange, LeafValue } from '../entities/differences.ts'
import { Role } from '../entities/user.ts'
import { Email, Password } from '../team/protocol.ts'
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
    online: boolean
  } | null
  /** Done here and not confirmed by the server. */
  waiting: number
  attention: number
}

type Person = { userId: Id; name: string; email: string; role: Role }
export type TeamMembers = {
  members: Person[]
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
  /** The refusal that this one follows from. */
  follows: Id | null
}

export const teamQueries = {
  'team.status': query(() => z.object({}), 'all', everybody).returns<TeamStatus>(),
  'attention.list': query(() => z.object({}), 'all', everybody).returns<AttentionView[]>(),
}

const server = z.string().min(1).max(500)

export const teamDeviceCommands = {
  /** From this firm, with its data. */
  'team.create': command(
    () => z.object({ server, email: Email, password: Password }),
    administrators,
  ).returns<TeamStatus>(),
  /** Into an empty data folder; without a code as who is a member already, with a further device. */
  'team.join': command(
    () => z.object({ server, email: Email, password: Password, code: z.string().min(1).max(100).optional() }),
    everybody,
  ).returns<TeamStatus>(),
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
  /** Do it again now, upon what holds now. */
  'attention.retry': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
  /** What holds now is right. */
  'attention.keep': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
  /** What was meant is not wanted any more. */
  'attention.drop': command(() => z.object({ attentionId: Id }), everybody).returns<null>(),
}
