// The browsers in which the host has let somebody in; where the window is a desktop program's own, there are none.
import { z } from 'zod'
import { everybody } from './access.ts'
import { command, query } from './request.ts'

/** A browser that is in, until it is ended or the host ends. Instants are epoch milliseconds. */
export type BrowserView = {
  id: string
  since: number
  lastAsked: number
  /** What it said of itself. */
  agent: string
  /** It is the one that asks. */
  asking: boolean
}

export const browserQueries = {
  'browser.list': query(() => z.object({}), 'none', everybody).returns<BrowserView[]>(),
}

export const browserCommands = {
  /** Lets that browser no longer in; its pages say so. Whoever wants back starts Daybook once more. */
  'browser.end': command(() => z.object({ browserId: z.string().max(64) }), everybody).returns<null>(),
}
