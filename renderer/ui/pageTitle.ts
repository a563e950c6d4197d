// What the page on show is called: the document's title, and the name of the content, say it.
import { useEffect } from 'react'
import { create } from 'zustand'

export const usePageTitle = create<{ title: string }>(() => ({ title: '' }))

/** For the page that is on show. */
export function useTitled(title: string): void {
  useEffect(() => usePageTitle.setState({ title }), [title])
}
