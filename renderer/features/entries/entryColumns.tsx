// The columns of a list of time, in any width of window.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntrySort } from '../../../shared/contract/entryFilter.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useWidest } from '../../ui/figures/widest.ts'
import type { Column } from '../../ui/table/VirtualTable.tsx'
import { useNarrow, useTight } from '../../ui/table/narrow.ts'
import type { ListView } from './listView.ts'

const BY_NAME: ReadonlySet<EntrySort> = new Set(['user', 'category', 'project', 'note'])

/** `projects`: there are some; `more`: some time is on more than that, and what it is on has a column of its own. */
export function useEntryColumns(
  { projects, more }: { projects: boolean; more: boolean },
  view: ListView,
  setView: (view: ListView) => void,
): Column[] {
  const { t } = useTranslation('entries')
  const { team } = useAppState()
  const widest = useWidest()
  const narrow = useNarrow()
  const tight = useTight()
  const { sort, ascending } = view
  const by = (column: EntrySort): Pick<Column, 'sorted' | 'onSort'> => ({
    sorted: sort !== column ? null : ascending ? 'ascending' : 'descending',
    // The newest and the longest first, names by the alphabet; once more turns it around.
    onSort: () =>
      setView({ ...view, sort: column, ascending: sort === column ? !ascending : BY_NAME.has(column) }),
  })
  const columns = (): Column[] => [
    { key: 'start', header: t('list.start'), width: widest.shortDateTimes, rowHeader: true, ...by('start') },
    { key: 'stop', header: t('list.stop'), width: widest.times.map((time) => `${time} +1`), ...by('stop') },
    { key: 'total', header: t('list.total'), width: ['1000:00'], end: true, ...by('total') },
    {
      key: 'flags',
      header: <span className="visually-hidden">{t('list.flags')}</span>,
      width: tight ? '18px' : '36px',
    },
    ...(team
      ? [
          {
            key: 'user',
            header: t('list.user'),
            width: narrow ? 'minmax(80px, 0.7fr)' : tight ? 'minmax(98px, auto)' : 'minmax(104px, 1.2fr)',
            ...by('user'),
          },
        ]
      : []),
    {
      key: 'category',
      header: t('list.category'),
      width: narrow ? 'minmax(80px, 1.3fr)' : 'minmax(96px, 1fr)',
      ...by('category'),
    },
    ...(!narrow && (projects || more)
      ? [
          {
            key: 'project',
            // Its whole name is the longest, and of another length in each language: categories and notes need the room more.
            header: more && !tight ? t('list.more') : t('list.project'),
            width: !more
              ? 'minmax(66px, 78px)'
              : tight
                ? 'minmax(84px, 0.8fr)'
                : `minmax(${Math.max(88, t('list.more').length * 7 - 3)}px, 1.2fr)`,
            ...by('project'),
          },
        ]
      : []),
    ...(narrow ? [] : [{ key: 'note', header: t('list.note'), width: 'minmax(60px, 1.8fr)', ...by('note') }]),
    {
      key: 'actions',
      header: <span className="visually-hidden">{t('list.actions')}</span>,
      width: '60px',
      end: true,
    },
  ]
  // The same list until something in it changes, so that no row is drawn again for it.
  // oxlint-disable-next-line react/exhaustive-deps -- `columns` is made of nothing else
  return useMemo(columns, [t, team, narrow, tight, projects, more, widest, view, setView])
}
