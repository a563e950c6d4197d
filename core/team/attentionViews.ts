// What needs attention as a person sees it: what it was about, what was meant, and what holds now.
import type { AttentionThing, AttentionView } from '../../shared/contract/team.ts'
import { isSame } from '../../shared/base/same.ts'
import type { LeafValue } from '../../shared/entities/differences.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import { idOf, isPreset, keyOf, merged } from '../../shared/team/meaning.ts'
import type { Data } from '../db/data.ts'
import { subjectOf } from '../queries/changes.ts'
import type { AttentionItem } from './attention.ts'
import { attentionItems } from './attention.ts'
import { noteToTakeOver } from './takeOver.ts'

export const attentionViews = (data: Data): AttentionView[] =>
  attentionItems(data).map((item) => ({
    id: item.id,
    command: item.command,
    at: item.at,
    noticedAt: item.noticedAt,
    refusal: item.refusal,
    things: merged(item.meant).map((effect) => thingOf(data, effect, item)),
    follows: item.follows,
    offers: noteToTakeOver(data, item) === null ? 'again' : 'note',
  }))

function thingOf(data: Data, effect: Effect, { held }: AttentionItem): AttentionThing {
  const { entity, before, after } = effect
  const id = idOf(effect)
  const other = held?.find((one) => keyOf(one) === keyOf(effect))
  const now = other === undefined ? data.find(entity, id) : other.after
  const there = new Map<string, LeafValue>(
    now === null
      ? []
      : subjectOf(data, entity, id, null, now).fields.map(({ field, after: value }) => [field, value]),
  )
  const { fields, ...thing } = subjectOf(data, entity, id, before, after)
  return {
    ...thing,
    fields: fields
      .filter(({ field }) => before !== null || !isPreset(field))
      .map((field) => ({ ...field, held: there.get(field.field) ?? null }))
      // What holds anyway needs no decision.
      .filter((field) => after === null || !isSame(field.after, field.held)),
  }
}
