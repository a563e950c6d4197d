// What passes between the thread that decides on an import and the one that writes it. Things pass as JSON: the trail keeps them so.
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change, EntityName } from '../../shared/entities/registry.ts'
import { put } from '../../shared/entities/registry.ts'
import type { TextOf } from '../commit.ts'
import type { ImportCommit } from './write.ts'

/** The database's file. */
export type WriterTask = { file: string }

/** What is put, in order: its noun, and the thing as JSON. */
export type SentPart = { nouns: EntityName[]; texts: string[] }

export type WriterAsk =
  | { ask: 'begin'; commit: ImportCommit }
  | ({ ask: 'add' } & SentPart)
  | { ask: 'end' }
  | { ask: 'drop' }
  | { ask: 'leave' }

/** Each but `leave` is answered, in their order. */
export type WriterSaid =
  { type: 'answer'; answer: Result<Id | null, AppError> } | { type: 'failed'; error: unknown }

export function sentPart(part: readonly Change[]): SentPart {
  const sent: SentPart = { nouns: [], texts: [] }
  for (const change of part) {
    if (change.op !== 'put') throw new Error('an import only adds')
    sent.nouns.push(change.entity)
    sent.texts.push(JSON.stringify(change.value))
  }
  return sent
}

/** With the JSON that the things came in, so that it is not made again. */
export function receivedPart({ nouns, texts }: SentPart): { part: Change[]; textOf: TextOf } {
  const known = new Map<object, string>()
  const part = texts.map((text, index) => {
    const value = JSON.parse(text) as never
    known.set(value, text)
    return put(nouns[index] as EntityName, value)
  })
  return { part, textOf: (thing) => known.get(thing) ?? JSON.stringify(thing) }
}
