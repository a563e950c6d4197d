// The two addresses that let a browser in, each with a token that is good once.
import { z } from 'zod'

export const Urls = z.object({
  /** To be printed. */
  url: z.string(),
  /** For the command line of the program that opens browsers: good for a minute. */
  openerUrl: z.string(),
})
export type Urls = z.infer<typeof Urls>
