// All German words, one namespace a feature.
import { absence } from './de/absence.ts'
import { approvals } from './de/approvals.ts'
import { billing } from './de/billing.ts'
import { cases } from './de/cases.ts'
import { buttons } from './de/buttons.ts'
import { calendar } from './de/calendar.ts'
import { calendarFile } from './de/calendarFile.ts'
import { clientLog } from './de/clientLog.ts'
import { common } from './de/common.ts'
import { customers } from './de/customers.ts'
import { desktop } from './de/desktop.ts'
import { diary } from './de/diary.ts'
import { entries } from './de/entries.ts'
import { history } from './de/history.ts'
import { invoices } from './de/invoices.ts'
import { meetings } from './de/meetings.ts'
import { reports } from './de/reports.ts'
import { packages } from './de/packages.ts'
import { opportunities } from './de/opportunities.ts'
import { projects } from './de/projects.ts'
import { search } from './de/search.ts'
import { settings } from './de/settings.ts'
import { tasks } from './de/tasks.ts'
import { team } from './de/team.ts'
import { timer } from './de/timer.ts'
import { timeImport } from './de/timeImport.ts'
import { today } from './de/today.ts'
import { welcome } from './de/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const de = {
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
