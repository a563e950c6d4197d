// German words of the timer screens.
import type { timer as english } from '../en/timer.ts'
import type { TextsLike } from '../textsLike.ts'

export const timer: TextsLike<typeof english> = {
  title: 'timer',
}
