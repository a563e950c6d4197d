// All French words, one namespace a feature.
import { absence } from './fr/absence.ts'
import { approvals } from './fr/approvals.ts'
import { billing } from './fr/billing.ts'
import { cases } from './fr/cases.ts'
import { buttons } from './fr/buttons.ts'
import { calendar } from './fr/calendar.ts'
import { calendarFile } from './fr/calendarFile.ts'
import { clientLog } from './fr/clientLog.ts'
import { common } from './fr/common.ts'
import { customers } from './fr/customers.ts'
import { desktop } from './fr/desktop.ts'
import { diary } from './fr/diary.ts'
import { entries } from './fr/entries.ts'
import { history } from './fr/history.ts'
import { invoices } from './fr/invoices.ts'
import { meetings } from './fr/meetings.ts'
import { reports } from './fr/reports.ts'
import { packages } from './fr/packages.ts'
import { opportunities } from './fr/opportunities.ts'
import { projects } from './fr/projects.ts'
import { search } from './fr/search.ts'
import { settings } from './fr/settings.ts'
import { tasks } from './fr/tasks.ts'
import { team } from './fr/team.ts'
import { timeImport } from './fr/timeImport.ts'
import { timer } from './fr/timer.ts'
import { today } from './fr/today.ts'
import { welcome } from './fr/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const fr = {
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
