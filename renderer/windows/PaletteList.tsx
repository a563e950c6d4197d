// The palette's rows in their groups, as a list of options of which one is marked.
import classes from './CommandPalette.module.css'
import type { PaletteGroup, PaletteRow } from './paletteRows.ts'

export const rowId = (list: string, index: number): string => `${list}-${index}`

export type PaletteListProps = {
  id: string
  label: string
  groups: readonly PaletteGroup[]
  marked: number
  onRun: (row: PaletteRow) => void
}

export function PaletteList({ id, label, groups, marked, onRun }: PaletteListProps) {
  let index = -1
  return (
    <div id={id} role="listbox" aria-label={label} className={classes.list}>
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <div className={classes.heading} aria-hidden>
            {group.label}
          </div>
          {group.rows.map((row) => {
            index += 1
            const { icon: Icon } = row
            return (
              // The keys are those of the field, which keeps the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={row.id}
                id={rowId(id, index)}
                role="option"
                aria-selected={index === marked}
                className={classes.row}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onRun(row)}
              >
                <Icon size={17} strokeWidth={1.75} aria-hidden />
                <span className="truncate" title={row.label} dir="auto">
                  {row.label}
                </span>
                {row.keys !== undefined && <kbd>{row.keys}</kbd>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
