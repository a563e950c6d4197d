// What the thread that writes a first fill can be asked.
import type { Batch, FillEnd, Page } from './fillWork.ts'

/** Pages come one by one: all of a batch in one message would be noticed where they are sent. `put` writes those that came. */
export type FillAsk =
  | { ask: 'take'; page: Page }
  | { ask: 'put'; from: Batch['from']; to: Batch['to'] }
  | { ask: 'end'; end: FillEnd }
