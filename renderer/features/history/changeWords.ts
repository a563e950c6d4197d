// What a change is called in the history: its command in words, and what it touched.
import { useTranslation } from 'react-i18next'
import type { ChangeView } from '../../../shared/contract/entry.ts'
import { useFormat } from '../../ui/format.ts'

/** Nouns that only follow from another one: a stop also writes a task and a journal line. */
const FOLLOWERS = new Set(['task', 'journalEntry', 'timer', 'noteDraft'])
const SHOWN = 3

export function useChangeWords() {
  const { t, i18n } = useTranslation('history')
  const format = useFormat()
  const lookup = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: 'history' }) ? (t as unknown as (name: string) => string)(key) : otherwise
  const command = (change: ChangeView): string =>
    lookup(`command.${change.command}`, t('command.other', { command: change.command }))
  const subjects = (change: ChangeView): string => {
    const main = change.subjects.filter(({ entity }) => !FOLLOWERS.has(entity))
    const named = (main.length > 0 ? main : change.subjects).map(({ entity, name, op }) => {
      const noun = lookup(`entity.${entity}`, entity)
      return [name ?? noun, op === 'remove' ? `(${t('removed')})` : null]
        .filter((part) => part !== null)
        .join(' ')
    })
    const names = [...new Set(named)]
    const rest = names.length - SHOWN
    return rest > 0
      ? `${names.slice(0, SHOWN).join(', ')} ${t('andMore', { count: rest })}`
      : names.join(', ')
  }
  const everything = (change: ChangeView): string =>
    [
      command(change),
      subjects(change),
      change.userName ?? t('system'),
      format.dateTime(change.at),
      ...change.subjects.map(({ name }) => name ?? ''),
    ].join(' ')
  return { command, subjects, everything }
}
