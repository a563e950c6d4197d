// All Spanish words, one namespace a feature.
import { absence } from './es/absence.ts'
import { approvals } from './es/approvals.ts'
import { billing } from './es/billing.ts'
import { cases } from './es/cases.ts'
import { buttons } from './es/buttons.ts'
import { calendar } from './es/calendar.ts'
import { calendarFile } from './es/calendarFile.ts'
import { clientLog } from './es/clientLog.ts'
import { common } from './es/common.ts'
import { customers } from './es/customers.ts'
import { desktop } from './es/desktop.ts'
import { diary } from './es/diary.ts'
import { entries } from './es/entries.ts'
import { history } from './es/history.ts'
import { invoices } from './es/invoices.ts'
import { meetings } from './es/meetings.ts'
import { reports } from './es/reports.ts'
import { packages } from './es/packages.ts'
import { opportunities } from './es/opportunities.ts'
import { projects } from './es/projects.ts'
import { search } from './es/search.ts'
import { settings } from './es/settings.ts'
import { tasks } from './es/tasks.ts'
import { team } from './es/team.ts'
import { timeImport } from './es/timeImport.ts'
import { timer } from './es/timer.ts'
import { today } from './es/today.ts'
import { welcome } from './es/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const es = {
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
