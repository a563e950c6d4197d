// What the thread that writes a first fill can be asked.
import type { Batch, FillEnd } from './fillWork.ts'

export type FillAsk = { ask: 'put'; batch: Batch } | { ask: 'end'; end: FillEnd }
