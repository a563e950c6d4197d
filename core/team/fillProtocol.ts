// What is said between the thread that writes a first fill and who asks it to.
import type { AppError } from '../../shared/contract/errors.ts'
import type { Batch, FillEnd } from './fillWork.ts'

/** `asked`: 1 once it is to end. */
export type FillTask = { file: string; asked: SharedArrayBuffer }
export type FillAsk = { ask: 'put'; batch: Batch } | { ask: 'end'; end: FillEnd } | { ask: 'leave' }
/** `problem`: what a person is told; null: it is a fault, of this program or of what came. */
export type FillSaid = { done: true } | { done: false; problem: AppError | null; message: string }
