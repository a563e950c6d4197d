// How times are compared: ours and the floor in turns, so that both meet the same noise, and medians of many runs.
import { performance } from 'node:perf_hooks'

export type Timing = { medianMs: number; runs: number }

export type Comparison = {
  ours: Timing
  floor: Timing
  /** The median of ours over the median of the floor. */
  ratio: number
  /** Between these lies the middle half of the ratios of neighbouring runs. */
  spread: [low: number, high: number]
}

export type Effort = {
  /** How long to go on, both sides together. Default: 3,000 ms. */
  forMs?: number
  /** However long it takes. Default: 30. */
  atLeast?: number
  atMost?: number
  /** Runs of each before it counts: statements are compiled, pages are read. Default: 10. */
  warmUp?: number
}

type Act = (run: number) => unknown

/** Runs both in turns, the first of each pair being the other one each time. */
export async function compare(ours: Act, floor: Act, effort: Effort = {}): Promise<Comparison> {
  const { forMs = 3000, atLeast = 30, atMost = 20_000, warmUp = 10 } = effort
  for (let run = 0; run < warmUp; run += 1) {
    await ours(run)
    await floor(run)
  }
  const times = { ours: [] as number[], floor: [] as number[] }
  const until = performance.now() + forMs
  for (let run = 0; run < atMost && (run < atLeast || performance.now() < until); run += 1) {
    const pair = [
      ['ours', ours],
      ['floor', floor],
    ] as const
    for (const [side, act] of run % 2 === 0 ? pair : pair.toReversed()) {
      const began = performance.now()
      await act(warmUp + run)
      times[side].push(performance.now() - began)
    }
  }
  return comparison(times.ours, times.floor)
}

/** From times that were taken in pairs. */
export function comparison(ours: readonly number[], floor: readonly number[]): Comparison {
  const ratios = ours.map((time, index) => time / (floor[index] ?? time))
  return {
    ours: timing(ours),
    floor: timing(floor),
    ratio: quantile(ours, 0.5) / quantile(floor, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  }
}

export const timing = (times: readonly number[]): Timing => ({
  medianMs: quantile(times, 0.5),
  runs: times.length,
})

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** 0.0312 ms, 3.12 ms, 312 ms */
export const inMs = (ms: number): string => `${Number(ms.toPrecision(3))} ms`

/** The ratio as a figure of the table. */
export const ratioFigure = (label: string, { ratio, spread, ours, floor }: Comparison, limit: number) => ({
  label,
  value: ratio,
  unit: '×' as const,
  limit,
  better: 'atMost' as const,
  ours: inMs(ours.medianMs),
  floor: inMs(floor.medianMs),
  note: `${ours.runs} runs, middle half ${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}`,
})
