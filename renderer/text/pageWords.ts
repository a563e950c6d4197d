// The English words of the pages and dialogs beyond the first screen: fetched with the first of them.
import { absence } from './en/absence.ts'
import { approvals } from './en/approvals.ts'
import { billing } from './en/billing.ts'
import { calendarFile } from './en/calendarFile.ts'
import { clientLog } from './en/clientLog.ts'
import { customers } from './en/customers.ts'
import { desktop } from './en/desktop.ts'
import { diary } from './en/diary.ts'
import { entries } from './en/entries.ts'
import { history } from './en/history.ts'
import { invoices } from './en/invoices.ts'
import { reports } from './en/reports.ts'
import { search } from './en/search.ts'
import { settings } from './en/settings.ts'
import { team } from './en/team.ts'
import { timeImport } from './en/timeImport.ts'
import { welcome } from './en/welcome.ts'

export const pageWords = {
  absence,
  approvals,
  billing,
  calendarFile,
  clientLog,
  customers,
  desktop,
  diary,
  entries,
  history,
  invoices,
  reports,
  search,
  settings,
  team,
  timeImport,
  welcome,
}
