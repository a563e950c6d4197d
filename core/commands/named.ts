// What is done alike with every noun that has a name and keeps it for the past: it is edited, and deleted.
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityOf, KeptName } from '../../shared/entities/registry.ts'
import { put } from '../../shared/entities/registry.ts'
import type { Edit } from '../../shared/rules/directory.ts'
import { edited, removal } from '../../shared/rules/directory.ts'
import type { Decision } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { isRecalled, present } from '../facts/relations.ts'

export function editNamed<N extends KeptName>(
  data: Data,
  noun: N,
  id: Id,
  edit: Edit<EntityOf<N>>,
): Decision<null> {
  const thing = present(data, noun, id)
  return thing === null ? refused(`notFound.${noun}`) : decided([put(noun, edited(thing, edit))], null)
}

/** `kept`: as what it stays where the past refers to it. */
export function removeNamed<N extends KeptName>(
  data: Data,
  noun: N,
  id: Id,
  kept: Partial<EntityOf<N>> = {},
): Decision<null> {
  const thing = present(data, noun, id)
  return thing === null
    ? refused(`notFound.${noun}`)
    : decided([removal(noun, thing, isRecalled(data, noun, id), kept)], null)
}
