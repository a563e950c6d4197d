// How far the clocks of zones are from UTC around now, kept on the device: the first question to Intl takes 20 ms, which was a
// tenth of a command line's answer.
import type { Instant } from '../../shared/base/instant.ts'
import type { KnownOffsets } from '../../shared/base/zoneOffset.ts'
import { learnOffsets, offsetsAround } from '../../shared/base/zoneOffset.ts'
import type { Data, WritableData } from '../db/data.ts'
import { keep, recall } from './kept.ts'

const KEY = 'zoneOffsets'

/** The version of the time zone database that Intl goes by. */
const rules = (): string => process.versions.tz ?? ''

/** At the start of a program: what an earlier one knew. */
export function recallOffsets(data: Data): void {
  const known = recall(data, KEY, rules)
  if (known !== null) learnOffsets(known as KnownOffsets)
}

/** At its end, where it knows more of these weeks than is kept. */
export function keepOffsets(data: WritableData, now: Instant): void {
  const known = offsetsAround(now)
  if (JSON.stringify(recall(data, KEY, rules)) !== JSON.stringify(known)) keep(data, KEY, rules(), known)
}
