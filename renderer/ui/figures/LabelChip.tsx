// A label in its colour, such as a tag; with a cross where it can be taken off.
import { X } from 'lucide-react'
import classes from './LabelChip.module.css'
import { toneStyle } from './labelTones.ts'

export type LabelChipProps = {
  label: { name: string; colour: string | null }
  remove?: { label: string; onRemove: () => void }
}

export function LabelChip({ label: { name, colour }, remove }: LabelChipProps) {
  return (
    <span className={classes.chip} style={toneStyle(colour)} title={name}>
      <bdi className="truncate">{name}</bdi>
      {remove !== undefined && (
        <button
          type="button"
          className={classes.remove}
          aria-label={remove.label}
          title={remove.label}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={remove.onRemove}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
