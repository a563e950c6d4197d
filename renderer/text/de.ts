// All German words, one namespace a feature.
import { billing } from './de/billing.ts'
import { common } from './de/common.ts'
import { customers } from './de/customers.ts'
import { diary } from './de/diary.ts'
import { history } from './de/history.ts'
import { projects } from './de/projects.ts'
import { search } from './de/search.ts'
import { settings } from './de/settings.ts'
import { timer } from './de/timer.ts'
import { today } from './de/today.ts'
import { welcome } from './de/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const de = {
  billing,
  common,
  customers,
  diary,
  history,
  projects,
  search,
  settings,
  timer,
  today,
  welcome,
} satisfies TextsLike<typeof en>
