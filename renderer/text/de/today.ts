// German words of the today screens.
import type { today as english } from '../en/today.ts'
import type { TextsLike } from '../textsLike.ts'

export const today: TextsLike<typeof english> = {
  title: 'today',
}
