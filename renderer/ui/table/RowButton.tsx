// A button with an icon as rows of a long list have it: it looks like any other and is three elements without a component library’s
// machinery, since dragging a list through draws dozens of rows within a frame.
import type { ReactNode } from 'react'
import classes from './RowButton.module.css'

export type RowButtonProps = {
  icon: keyof typeof ICONS
  /** Its name and its tooltip. */
  label: string
  tone: 'edit' | 'stop'
  onClick: () => void
}

export function RowButton({ icon, label, tone, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      // Reached by the arrows: a list is one stop of Tab.
      tabIndex={-1}
      className={classes.button}
      data-tone={tone}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {ICONS[icon]}
    </button>
  )
}

/** lucide's drawings, each as one line. */
const ICONS = {
  pencil: line(
    'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z',
    'M15 5l4 4',
  ),
  trash: line(
    'M10 11v6',
    'M14 11v6',
    'M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6',
    'M3 6h18',
    'M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2',
  ),
}

function line(...parts: string[]): ReactNode {
  return (
    <svg className={classes.icon} viewBox="0 0 24 24" aria-hidden>
      <path d={parts.join('')} />
    </svg>
  )
}
