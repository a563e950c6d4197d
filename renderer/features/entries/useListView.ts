// How a list of time is looked at, as the end of its page's address says: so Back and a reload show the same.
import { useCallback, useMemo } from 'react'
import { useLocation, useParams } from 'wouter'
import type { EntryFilter } from '../../../shared/contract/entryFilter.ts'
import { useAppState } from '../../channel/AppState.tsx'
import type { ListView } from './listView.ts'
import { asked, viewFrom, viewPath } from './listView.ts'

export type ShownView = {
  view: ListView
  setView(view: ListView): void
  filter: EntryFilter
  /** What to ask with: filter and order. */
  how: EntryFilter & Pick<ListView, 'sort' | 'ascending'>
}

/** `base`: the address of the list; what it is looked at by follows as `:view`. */
export function useListView(base: string): ShownView {
  const { today } = useAppState()
  const { view: path = '' } = useParams<{ view?: string }>()
  const [, navigate] = useLocation()
  const view = useMemo(() => viewFrom(path), [path])
  const filter = useMemo(() => asked(view, today), [view, today])
  const setView = useCallback(
    (next: ListView) => navigate(`${base}${viewPath(next)}`, { replace: true }),
    [navigate, base],
  )
  const { sort, ascending } = view
  return { view, setView, filter, how: { ...filter, sort, ascending } }
}
