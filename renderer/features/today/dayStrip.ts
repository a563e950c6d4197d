// Where the blocks of the day strip stand: percent of the shown hours, and lanes where sessions overlap.
import type { Instant } from '../../../shared/base/instant.ts'

const HOUR_MS = 3_600_000

export type StripSpan = { key: string; from: Instant; to: Instant }
export type StripBlock = { key: string; top: number; height: number; lane: number; lanes: number }
export type Strip = {
  from: Instant
  to: Instant
  hours: { at: Instant; top: number }[]
  blocks: StripBlock[]
}

/** Whole hours around what there is, but at least the ninth to the eighteenth hour of the day. */
export function dayStrip(spans: readonly StripSpan[], dayStartAt: Instant, dayEndAt: Instant): Strip {
  const floor = (instant: Instant) => dayStartAt + Math.floor((instant - dayStartAt) / HOUR_MS) * HOUR_MS
  const ceil = (instant: Instant) => dayStartAt + Math.ceil((instant - dayStartAt) / HOUR_MS) * HOUR_MS
  const inDay = spans
    .map((span) => ({ ...span, from: Math.max(span.from, dayStartAt), to: Math.min(span.to, dayEndAt) }))
    .filter((span) => span.to >= span.from)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const from = floor(Math.min(dayStartAt + 8 * HOUR_MS, ...inDay.map((span) => span.from)))
  const to = Math.min(dayEndAt, ceil(Math.max(dayStartAt + 18 * HOUR_MS, ...inDay.map((span) => span.to))))
  const percent = (instant: Instant) => ((instant - from) / (to - from)) * 100
  const hours: Strip['hours'] = []
  for (let at = from; at <= to; at += HOUR_MS) hours.push({ at, top: percent(at) })
  return { from, to, hours, blocks: inLanes(inDay, percent) }
}

/** Sessions that overlap, directly or through another, share the width evenly. */
function inLanes(spans: readonly StripSpan[], percent: (instant: Instant) => number): StripBlock[] {
  const blocks: StripBlock[] = []
  let cluster: (StripSpan & { lane: number })[] = []
  let clusterEnd = -Infinity
  const finish = () => {
    const lanes = Math.max(0, ...cluster.map((span) => span.lane)) + 1
    for (const { key, from, to, lane } of cluster) {
      blocks.push({ key, top: percent(from), height: percent(to) - percent(from), lane, lanes })
    }
    cluster = []
  }
  for (const span of spans) {
    if (span.from >= clusterEnd) finish()
    let lane = 0
    while (cluster.some((other) => other.lane === lane && other.to > span.from)) lane += 1
    cluster.push({ ...span, lane })
    clusterEnd = Math.max(clusterEnd, span.to)
  }
  finish()
  return blocks
}
