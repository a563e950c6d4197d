// The two ways in that are handed out: an address with a token to be printed, and one without a secret for a command line.
import { join } from 'node:path'
import { z } from 'zod'
import { DOOR } from './door.ts'
import { LANDING } from './landing.ts'

export const Urls = z.object({
  /** To be printed: its token is good once. */
  url: z.string(),
  /**
   * For the program that opens browsers, whose command line others can read: the door of this address, or the name of a
   * page in the data folder. null: it was not asked for, or there is neither.
   */
  opener: z.union([z.literal(DOOR), z.string().regex(LANDING)]).nullable(),
})
export type Urls = z.infer<typeof Urls>

/** Will a browser be opened? A way in for it stands open for a moment, so only then. */
export type Wanted = { opener: boolean }

/** What stands on that command line. */
export const openerTarget = (opener: string, origin: string, dataDir: string): string =>
  opener === DOOR ? `${origin}${DOOR}` : join(dataDir, opener)
