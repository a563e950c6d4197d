// The sign of a button: its act's, or for a favourite the colour of its customer.
import { CalendarPlus, ListPlus, Pause, Play, Plus, RotateCcw, Square, Star } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ButtonAct } from '../../../shared/entities/button.ts'
import { ColourMark } from '../../ui/figures/ColourMark.tsx'

const ICONS: Record<ButtonAct, LucideIcon> = {
  start: Play,
  pause: Pause,
  stop: Square,
  startLast: RotateCcw,
  newEntry: Plus,
  newMeeting: CalendarPlus,
  newTask: ListPlus,
  favourite: Star,
}

export function ButtonMark({ act, colour }: { act: ButtonAct; colour: string | null }) {
  const Icon = ICONS[act]
  return colour === null ? <Icon size={14} aria-hidden /> : <ColourMark colour={colour} />
}
