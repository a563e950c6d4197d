// A spot of the colour that a thing was given; it only repeats what stands beside it in words.
import classes from './ColourMark.module.css'
import { toneStyle } from './labelTones.ts'

export const ColourMark = ({ colour }: { colour: string | null }) => (
  <span className={classes.mark} style={toneStyle(colour)} aria-hidden />
)
