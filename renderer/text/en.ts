// All English words, one namespace a feature.
import { billing } from './en/billing.ts'
import { common } from './en/common.ts'
import { customers } from './en/customers.ts'
import { diary } from './en/diary.ts'
import { history } from './en/history.ts'
import { projects } from './en/projects.ts'
import { search } from './en/search.ts'
import { settings } from './en/settings.ts'
import { timer } from './en/timer.ts'
import { today } from './en/today.ts'
import { welcome } from './en/welcome.ts'

export const en = {
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
}
