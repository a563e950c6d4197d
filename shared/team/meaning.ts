// What an act means, apart from what was there before: which fields of which things it makes what. By it a decision that came out
// otherwise is told from one that only met other circumstances, and an edit of what somebody else changed meanwhile from one of the rest.
import { isSame } from '../base/same.ts'
import type { Effect } from '../entities/registry.ts'

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: object | null): Fields => (value ?? {}) as Fields

export const idOf = ({ before, after }: Effect): string => (before ?? after)?.id ?? ''
export const keyOf = (effect: Effect): string => `${effect.entity} ${idOf(effect)}`

/** The fields that it changes, with what they were. */
export function changedFields({ before, after }: Effect): string[] {
  if (before === null || after === null) return []
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return Object.keys({ ...was, ...is }).filter((field) => !isSame(was[field], is[field]))
}

/** What is chosen for a new thing by what is there already, and nobody asked for: another colour is nothing to be told of. */
const PRESET: ReadonlySet<string> = new Set(['colour'])
export const isPreset = (field: string): boolean => PRESET.has(field)

/** All that an effect makes, as one text that can be compared. */
function meaningOf(effect: Effect): string {
  const { before, after } = effect
  if (after === null) return 'removed'
  const is = fieldsOf(after)
  const fields =
    before === null ? Object.keys(is).filter((field) => !PRESET.has(field)) : changedFields(effect)
  return JSON.stringify(fields.sort().map((field) => [field, is[field]]))
}

/** Of several changes of one thing the whole. */
export function merged(effects: readonly Effect[]): Effect[] {
  const whole = new Map<string, Effect>()
  for (const effect of effects) {
    const key = keyOf(effect)
    const earlier = whole.get(key)
    whole.set(key, earlier === undefined ? effect : ({ ...effect, before: earlier.before } as Effect))
  }
  return [...whole.values()]
}

/** Did it come out as it was meant? */
export function meansTheSame(meant: readonly Effect[], held: readonly Effect[]): boolean {
  const texts = (effects: readonly Effect[]): string[] =>
    merged(effects)
      .filter((effect) => !isSame(effect.before, effect.after))
      .map((effect) => `${keyOf(effect)} ${meaningOf(effect)}`)
      .sort()
  return isSame(texts(meant), texts(held))
}

/** What an edit saw of the fields that it changes: by thing and field. */
export type Seen = Record<string, Record<string, unknown>>

export function seenBy(effects: readonly Effect[]): Seen {
  const seen: Seen = {}
  for (const effect of merged(effects)) {
    if (effect.before === null) continue
    const was = fieldsOf(effect.before)
    const fields = changedFields(effect)
    if (fields.length > 0)
      seen[keyOf(effect)] = Object.fromEntries(fields.map((field) => [field, was[field] ?? null]))
  }
  return seen
}

/** Whether this would overwrite a field that somebody else made something else meanwhile. */
export function conflictsWith(seen: Seen, effects: readonly Effect[]): boolean {
  return merged(effects).some((effect) => {
    const saw = seen[keyOf(effect)]
    if (saw === undefined || effect.before === null) return false
    const was = fieldsOf(effect.before)
    return changedFields(effect).some(
      (field) => Object.hasOwn(saw, field) && !isSame(saw[field] ?? null, was[field] ?? null),
    )
  })
}

/** Only what one person edits of a thing can be a conflict; everything else the rules decide. */
export const isEdit = (command: string): boolean => command.endsWith('.edit')

/** The way back. */
export const inverse = (effects: readonly Effect[]): Effect[] =>
  effects
    .toReversed()
    .map(({ entity, before, after }) => ({ entity, before: after, after: before }) as Effect)
