// The thread that checks the file and makes the backup, so that neither delays a screen.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import type { MaintenanceThread } from './maintenance.ts'
import { THREAD } from './maintenance.ts'

const { stage, ...task } = workerData as MaintenanceThread
const flag = new Int32Array(stage)
const isAsked = (): boolean => Atomics.load(flag, 0) === THREAD.asked

/** Whoever works meanwhile comes first. On Linux that is said of a thread; elsewhere it would slow the whole program. */
function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

async function work(): Promise<void> {
  yieldToOthers()
  const { maintain } = await import('./maintain.ts')
  const report = maintain(task, isAsked)
  if (report !== null) parentPort?.postMessage(report)
  giveMemoryBack()
}

if (Atomics.compareExchange(flag, 0, THREAD.waiting, THREAD.working) === THREAD.waiting) void work()
