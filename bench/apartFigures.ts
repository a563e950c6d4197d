// What runs in processes of their own are held to: the memory they take, and how long they keep others waiting.
import { inMs, quantile } from './measure.ts'
import type { Figure } from './row.ts'
import type { Apart } from './watched.ts'

/** In the middle of all runs; the notes go on with what is given. */
export function apartFigures(
  runs: readonly Apart[],
  {
    pauseMs: limit,
    pauseNote = '',
    memoryNote = '',
  }: { pauseMs: number; pauseNote?: string; memoryNote?: string },
): Figure[] {
  const median = (of: (figures: Apart) => number): number => quantile(runs.map(of), 0.5)
  return [
    {
      label: 'peak memory over idle',
      value: median(({ peakMb, idleMb }) => peakMb - idleMb),
      unit: 'MB',
      limit: 150,
      better: 'atMost',
      note: `${Math.round(median(({ idleMb }) => idleMb))} MB idle, the whole process with its thread${memoryNote}`,
    },
    {
      label: 'longest pause of the main process',
      value: median(({ busyMs }) => busyMs),
      unit: 'ms',
      limit,
      better: 'atMost',
      note: `its own work between two timers; by the clock ${inMs(median(({ pauseMs }) => pauseMs))}, and ${inMs(median(({ idlePauseMs }) => idlePauseMs))} in an idle second of the same process${pauseNote}`,
    },
  ]
}
