// A range of days that is asked for: one that ends before it begins holds nothing, which would look like an answer.
import { isLocalDate } from '../base/localDate.ts'

const isDay = (value: unknown): value is string => typeof value === 'string' && isLocalDate(value)

/** Does any range in these arguments (`from` and `to`, both included) end before it begins? */
export function endsBeforeStart(args: unknown): boolean {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return false
  const { from, to } = args as { from?: unknown; to?: unknown }
  if (isDay(from) && isDay(to) && to < from) return true
  return Object.values(args).some(endsBeforeStart)
}
