// Opens the small windows: the desktop shell makes real ones of them, a browser pop-ups.
import type { Id } from '../../../shared/entities/entity.ts'

export function openQuickTimer(): void {
  window.open('quick.html', 'daybook-quick', 'popup,width=360,height=560')
}

export function openNotes(timerId: Id): void {
  window.open(
    `notes.html?timerId=${encodeURIComponent(timerId)}`,
    'daybook-notes',
    'popup,width=560,height=460',
  )
}
