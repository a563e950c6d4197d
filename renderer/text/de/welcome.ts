// German words of the welcome screens.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome: TextsLike<typeof english> = {
  title: 'welcome',
}
