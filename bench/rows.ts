// The rows of the table, in its order.
import type { Row } from './row.ts'
import { calendarMonth } from './rows/calendarMonth.ts'
import { caseList } from './rows/caseList.ts'
import { command } from './rows/command.ts'
import { desktop } from './rows/desktop.ts'
import { diaryMonth, tenTimes } from './rows/diaryMonth.ts'
import { everything } from './rows/everything.ts'
import { firstScreenRow } from './rows/firstScreen.ts'
import { idle } from './rows/idle.ts'
import { invoice } from './rows/invoice.ts'
import { logGrid } from './rows/logGrid.ts'
import { longList } from './rows/longList.ts'
import { payrollWorkbook } from './rows/payrollWorkbook.ts'
import { journal } from './rows/journal.ts'
import { largestCustomer, search, userDay, userMonth } from './rows/reads.ts'
import { remaining } from './rows/remaining.ts'
import { teamCommand } from './rows/teamCommand.ts'
import { teamCrowd } from './rows/teamCrowd.ts'
import { teamFill } from './rows/teamFill.ts'
import { teamLive } from './rows/teamLive.ts'
import { teamPush } from './rows/teamPush.ts'
import { teamRebase } from './rows/teamRebase.ts'
import { report } from './rows/report.ts'
import { timeImport } from './rows/timeImport.ts'
import { timeReport } from './rows/timeReport.ts'

export const ROWS: readonly Row[] = [
  command,
  teamCommand,
  teamPush,
  teamLive,
  teamRebase,
  teamCrowd,
  teamFill,
  diaryMonth,
  tenTimes,
  userMonth,
  userDay,
  largestCustomer,
  journal,
  search,
  report,
  timeReport,
  remaining,
  payrollWorkbook,
  invoice,
  timeImport,
  everything,
  firstScreenRow,
  longList,
  caseList,
  logGrid,
  calendarMonth,
  idle,
  desktop,
]
