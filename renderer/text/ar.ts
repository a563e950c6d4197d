// All Arabic words, one namespace a feature.
import { absence } from './ar/absence.ts'
import { approvals } from './ar/approvals.ts'
import { billing } from './ar/billing.ts'
import { cases } from './ar/cases.ts'
import { buttons } from './ar/buttons.ts'
import { calendar } from './ar/calendar.ts'
import { calendarFile } from './ar/calendarFile.ts'
import { clientLog } from './ar/clientLog.ts'
import { common } from './ar/common.ts'
import { customers } from './ar/customers.ts'
import { desktop } from './ar/desktop.ts'
import { diary } from './ar/diary.ts'
import { entries } from './ar/entries.ts'
import { history } from './ar/history.ts'
import { invoices } from './ar/invoices.ts'
import { meetings } from './ar/meetings.ts'
import { reports } from './ar/reports.ts'
import { packages } from './ar/packages.ts'
import { opportunities } from './ar/opportunities.ts'
import { projects } from './ar/projects.ts'
import { search } from './ar/search.ts'
import { settings } from './ar/settings.ts'
import { tasks } from './ar/tasks.ts'
import { team } from './ar/team.ts'
import { timeImport } from './ar/timeImport.ts'
import { timer } from './ar/timer.ts'
import { today } from './ar/today.ts'
import { welcome } from './ar/welcome.ts'
import type { en } from './en.ts'
import type { TextsLike } from './textsLike.ts'

export const ar = {
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
