// What programs of an earlier version say otherwise. An act keeps the version that it was said in, on the device and on its way; whoever decides
// it, a server or the device after its update, brings it up first. So a client one version older keeps working (H17), and what waited in an
// outbox over an update is still understood.
import { PROTOCOL } from './protocol.ts'

type Said = { command: string; args: unknown; version?: number | undefined }

/** How the next version says the same. Pure, and of any arguments: they are checked afterwards, as the present version's. */
export type Step = (args: unknown) => { command: string; args: unknown }

/**
 * By the version that said it, and the command: a line for each command whose name or arguments another version says otherwise. Goes with the
 * release after the next, when nobody says it any more.
 */
export const STEPS: Record<number, Record<string, Step>> = {}

/** Before acts said which, it was this. */
const FIRST = 1

export function broughtUp<A extends Said>(act: A): A {
  let { command, args } = act
  for (let version = act.version ?? FIRST; version < PROTOCOL; version += 1) {
    const steps = STEPS[version]
    const step = steps !== undefined && Object.hasOwn(steps, command) ? steps[command] : undefined
    if (step !== undefined) ({ command, args } = step(args))
  }
  return { ...act, command, args, version: PROTOCOL }
}
