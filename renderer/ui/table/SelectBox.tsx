// The box by which a row of a long list is chosen: a button without a component library's machinery, as RowButton is.
import classes from './SelectBox.module.css'

export type SelectBoxProps = {
  label: string
  checked: boolean | 'mixed'
  /** `through`: Shift was held. */
  onClick: (through: boolean) => void
}

export function SelectBox({ label, checked, onClick }: SelectBoxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      // Reached by the arrows: a list is one stop of Tab.
      tabIndex={-1}
      className={classes.box}
      onClick={(event) => onClick(event.shiftKey)}
    >
      <svg viewBox="0 0 16 16" aria-hidden className={classes.sign}>
        <path d={checked === 'mixed' ? 'M4 8h8' : 'M3.5 8.5l3 3 6-7'} />
      </svg>
    </button>
  )
}
