// All Polish words, one namespace a feature.
import { absence } from './pl/absence.ts'
import { approvals } from './pl/approvals.ts'
import { billing } from './pl/billing.ts'
import { cases } from './pl/cases.ts'
import { buttons } from './pl/buttons.ts'
import { calendar } from './pl/calendar.ts'
import { calendarFile } from './pl/calendarFile.ts'
import { clientLog } from './pl/clientLog.ts'
import { common } from './pl/common.ts'
import { customers } from './pl/customers.ts'
import { desktop } from './pl/desktop.ts'
import { diary } from './pl/diary.ts'
import { entries } from './pl/entries.ts'
import { history } from './pl/history.ts'
import { invoices } from './pl/invoices.ts'
import { meetings } from './pl/meetings.ts'
import { reports } from './pl/reports.ts'
import { packages } from './pl/packages.ts'
import { opportunities } from './pl/opportunities.ts'
import { projects } from './pl/projects.ts'
import { search } from './pl/search.ts'
import { settings } from './pl/settings.ts'
import { tasks } from './pl/tasks.ts'
import { team } from './pl/team.ts'
import { timeImport } from './pl/timeImport.ts'
import { timer } from './pl/timer.ts'
import { today } from './pl/today.ts'
import { welcome } from './pl/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const pl = {
  absence,
  approvals,
  billing,
  cases,
  buttons,
  calendar,
  calendarFile,
  clientLog,
  common,
  customers,
  desktop,
  diary,
  entries,
  history,
  invoices,
  meetings,
  reports,
  packages,
  opportunities,
  projects,
  search,
  settings,
  tasks,
  team,
  timeImport,
  timer,
  today,
  welcome,
} satisfies TextsLike<typeof en>
