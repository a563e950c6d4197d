// What a change is called in the history: its command in words, and what it touched.
import { useTranslation } from 'react-i18next'
import type { ChangeView } from '../../../shared/contract/entry.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { changeNames } from './changeNames.ts'
import { useFieldWords } from './fieldWords.ts'

const SHOWN = 3
/** The rest is said in the details. */
const FIELDS = 2

export function useChangeWords() {
  const { t, i18n } = useTranslation('history')
  const format = useFormat()
  const fields = useFieldWords()
  const lookup = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: 'history' }) ? (t as unknown as (name: string) => string)(key) : otherwise
  const command = (change: ChangeView): string =>
    lookup(`command.${change.command}`, t('command.other', { command: change.command }))
  const subjects = (change: ChangeView): string => {
    const main = change.subjects.filter(({ follows }) => !follows)
    const named = (main.length > 0 ? main : change.subjects).map(({ entity, name, op }) => ({
      text: name ?? lookup(`entity.${entity}`, entity),
      gone: op === 'remove',
    }))
    const names = changeNames(named, `(${t('removed')})`)
    const rest = names.length - SHOWN
    return rest > 0
      ? `${names.slice(0, SHOWN).join(', ')} ${t('andMore', { count: rest })}`
      : names.join(', ')
  }
  const noun = ({ entity }: ChangeView['subjects'][number]): string => {
    const word = lookup(`entity.${entity}`, entity)
    return word.charAt(0).toLocaleUpperCase() + word.slice(1)
  }
  /** Of one thing that was edited, what was and is: Status: Active → Archived. null: it was added, deleted, or is one of many. */
  const edited = (change: ChangeView): string | null => {
    const [only, ...others] = change.subjects.filter(({ follows }) => !follows)
    if (only === undefined || others.length > 0 || only.added || only.op === 'remove') return null
    const said = only.fields
      .slice(0, FIELDS)
      .map((field) => `${fields.field(field)}: ${fields.before(field)} → ${fields.after(field)}`)
    const rest = only.fields.length - FIELDS
    return [...said, ...(rest > 0 ? [t('andMore', { count: rest })] : [])].join(' · ')
  }
  const everything = (change: ChangeView): string =>
    [
      command(change),
      subjects(change),
      change.userName ?? t('system'),
      format.dateTime(change.at),
      ...change.subjects.map(({ name }) => name ?? ''),
      edited(change) ?? '',
    ].join(' ')
  return { command, subjects, noun, edited, everything }
}
