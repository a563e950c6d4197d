// What this device knows of its team, kept beside the record: which server, as whom, how far it has come. No secret stands here, as it
// goes into every backup; the token lies in a file of its own (token.ts).
import { z } from 'zod'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, removeDevice, writeDevice } from '../kept/deviceRow.ts'

const KEY = 'team'

/**
 * - founding: the firm’s data are on their way to the server;
 * - filling: the team’s data are on their way to this device;
 * - on: what is done here is sent, what others do comes.
 */
const Stored = z.object({
  server: z.string(),
  organisationId: z.string(),
  userId: z.string(),
  deviceId: z.string(),
  email: z.string(),
  phase: z.enum(['founding', 'filling', 'on']),
  version: z.int(),
  hash: z.string(),
  /** The life of the server that this device knows. */
  epoch: z.string(),
  /** Up to which commit it is the same as each earlier one; 0: it is the first. */
  epochFrom: z.int().default(0),
  /** What its user may see, as the server calls it. */
  scope: z.string(),
  lastContact: z.int().nullable(),
  /** Rows and the next page, while data are on their way. */
  progress: z.object({ rows: z.int(), entity: z.int(), after: z.string() }).nullable(),
  /** How far this device had taken in what others did, before everything was fetched anew; what they did since is to be looked through. */
  seen: z.object({ version: z.int(), hash: z.string() }).nullable().default(null),
  /** Is what a first fill brought still to be recorded (recordFill.ts)? */
  unrecorded: z.boolean().default(false),
  /** The version of this program while its server spoke a newer one: what that said more is fetched after the update. */
  behind: z.int().nullable().default(null),
  /**
   * The server was restored to before some of what was done here, which was handed back: how much and when, up to which number, and until
   * when it may still wait for what others hand back.
   */
  handedBack: z
    .object({ at: z.int(), count: z.int(), upTo: z.int(), until: z.int() })
    .nullable()
    .default(null),
  /** The code of why nothing is sent or fetched any more; null: all is well, or only the network is away. */
  problem: z.string().nullable(),
})
export type TeamState = z.infer<typeof Stored>

export function teamState(data: Data): TeamState | null {
  const text = readDevice(data, KEY)
  return text === null ? null : Stored.parse(JSON.parse(text))
}

export const setTeamState = (data: WritableData, state: TeamState): void =>
  writeDevice(data, KEY, JSON.stringify(state))

export const forgetTeam = (data: WritableData): void => removeDevice(data, KEY)

const FILLING = '"phase":"filling"'

/** Cheap, for every command: are the team's data still on their way? What is done upon a part of them would be lost with the rest. */
export const isFilling = (data: Data): boolean => readDevice(data, KEY)?.includes(FILLING) === true

/** Cheap, for every command: is what is done here to be sent? */
export const isInTeam = (data: Data): boolean => {
  const text = readDevice(data, KEY)
  return text !== null && !text.includes(FILLING)
}

/** Does this device hold only a part? Then a thing may refer to what is not here. */
export const holdsPart = (data: Data): boolean => {
  const state = teamState(data)
  return state !== null && state.scope.startsWith('employee ')
}
