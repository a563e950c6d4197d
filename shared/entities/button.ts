// A button of the bar that each user arranges (A4): an act on the timer, something to add, or a favourite that starts at once.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Id } from './entity.ts'

export const ButtonAct = z.enum([
  'start',
  'pause',
  'stop',
  'startLast',
  'newEntry',
  'newMeeting',
  'newTask',
  'favourite',
])
export type ButtonAct = z.infer<typeof ButtonAct>

/** For whom and on what a favourite starts the timer; it may be gone since. */
export const Button = once(() =>
  z.object({
    act: ButtonAct,
    customerId: Id.nullable().default(null),
    categoryId: Id.nullable().default(null),
  }),
)
export type Button = z.infer<ReturnType<typeof Button>>

export const MOST_BUTTONS = 24
export const ButtonBar = once(() => z.array(Button()).max(MOST_BUTTONS))
