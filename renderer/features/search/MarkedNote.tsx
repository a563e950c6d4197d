// A note on one line, from a little before the first word that was found, with the words marked.
import type { SearchMark } from '../../../shared/contract/search.ts'
import classes from './search.module.css'

/** So much of the note stands before the first mark; the rest is a row's end away. */
const BEFORE = 40

export function MarkedNote({ note, marks }: { note: string; marks: readonly SearchMark[] }) {
  const first = marks[0]?.from ?? 0
  const blank = first > BEFORE ? note.lastIndexOf(' ', first - BEFORE / 2) : -1
  const from = first > BEFORE ? Math.max(0, blank < first - BEFORE * 2 ? first - BEFORE : blank + 1) : 0
  let at = from
  const parts = marks.map((mark) => {
    const before = note.slice(at, mark.from)
    at = mark.to
    return (
      <span key={mark.from}>
        {before}
        <mark className={classes.mark}>{note.slice(mark.from, mark.to)}</mark>
      </span>
    )
  })
  return (
    <bdi>
      {from > 0 && '… '}
      {parts}
      {note.slice(at)}
    </bdi>
  )
}
