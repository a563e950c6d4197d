// What a filtered workbook says of its filter, so that nobody takes a part for the whole (I15).
import type { EntryFilter } from '../../../shared/contract/entryFilter.ts'
import { PLACES } from '../../../shared/entities/assignment.ts'
import { FLAG_FILTERS, ID_FILTERS } from '../../../shared/entities/subjectFilter.ts'
import { nameOf } from '../../facts/reads.ts'
import type { ReportContext } from '../context.ts'

export const periodOf = ({ from, to }: EntryFilter, whole: string): string =>
  from === undefined && to === undefined ? whole : `${from ?? '…'} – ${to ?? '…'}`

/** A line for each filter beside the days. */
export function filterLines({ data, words }: ReportContext, filter: EntryFilter): [string, string][] {
  const { userId, text } = filter
  return [
    ...(userId === undefined ? [] : [line(words.info.user, nameOf(data, 'user', userId) ?? userId)]),
    ...PLACES.flatMap(({ field, noun }) => {
      const id = filter[field]
      if (id === undefined) return []
      return [line(words.columns[noun], id === null ? '–' : (data.find(noun, id)?.code ?? id))]
    }),
    ...ID_FILTERS.flatMap(({ name, entry: { part, noun } }) => {
      const id = name === 'customerId' ? undefined : filter[name]
      if (id === undefined) return []
      const none = part === 'category' ? words.noCategory : '–'
      return [line(words.columns[part], id === null ? none : (data.find(noun, id)?.name ?? id))]
    }),
    ...(text === undefined ? [] : [line(words.columns.note, text)]),
    ...FLAG_FILTERS.flatMap(({ name, entry: { part } }) => {
      const wanted = filter[name]
      return wanted === undefined ? [] : [line(words.columns[part], wanted ? words.yes : words.no)]
    }),
  ]
}

const line = (label: string, value: string): [string, string] => [label, value]
