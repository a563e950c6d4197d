// Which rows of a long list are chosen: one by one, a stretch, or all of it, also of pages that nobody looked at (I15).
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Id } from '../../../shared/entities/entity.ts'
import { showError } from '../../ui/feedback/showError.tsx'
import type { Reply } from '../../../shared/contract/channel.ts'

export type RowSelection = {
  ids: ReadonlySet<Id>
  has(id: Id): boolean
  toggle(index: number): void
  /** From the row that was chosen last, or from `from`, to this one. */
  extend(from: number, to: number): void
  all(): void
  clear(): void
}

const NONE: ReadonlySet<Id> = new Set()

/** `idAt`: undefined where the row is not here; `idsOf` asks for a stretch of them, or for all. */
export function useSelection(
  idAt: (index: number) => Id | undefined,
  idsOf: (place: { offset: number; limit: number } | null) => Promise<Reply<Id[]>>,
): RowSelection {
  const [ids, setIds] = useState<ReadonlySet<Id>>(NONE)
  const anchor = useRef<number | null>(null)
  const newest = useRef({ idAt, idsOf })
  newest.current = { idAt, idsOf }
  // A stretch replaces the one before it, as long as its beginning stays.
  const before = useRef<ReadonlySet<Id>>(NONE)

  const has = useCallback((id: Id) => ids.has(id), [ids])
  const toggle = useCallback((index: number) => {
    const id = newest.current.idAt(index)
    if (id === undefined) return
    anchor.current = index
    setIds((was) => {
      const next = new Set(was)
      if (!next.delete(id)) next.add(id)
      before.current = next
      return next
    })
  }, [])
  const extend = useCallback(async (from: number, to: number) => {
    const start = (anchor.current ??= from)
    const [first, last] = [Math.min(start, to), Math.max(start, to)]
    const here = Array.from({ length: last - first + 1 }, (_, at) => newest.current.idAt(first + at))
    const known = here.filter((id) => id !== undefined)
    if (known.length === here.length) return setIds(new Set([...before.current, ...known]))
    const reply = await newest.current.idsOf({ offset: first, limit: here.length })
    if (reply.ok) setIds(new Set([...before.current, ...reply.value]))
    else showError(reply.error)
  }, [])
  const all = useCallback(async () => {
    const reply = await newest.current.idsOf(null)
    if (!reply.ok) return showError(reply.error)
    before.current = new Set(reply.value)
    setIds(before.current)
  }, [])
  const clear = useCallback(() => {
    anchor.current = null
    before.current = NONE
    setIds((was) => (was.size === 0 ? was : NONE))
  }, [])
  return useMemo(
    () => ({
      ids,
      has,
      toggle,
      extend: (from, to) => void extend(from, to),
      all: () => void all(),
      clear,
    }),
    [ids, has, toggle, extend, all, clear],
  )
}
