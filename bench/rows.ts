// The rows of the table, in its order.
import type { Row } from './row.ts'
import { command } from './rows/command.ts'
import { diaryMonth, tenTimes } from './rows/diaryMonth.ts'
import { firstScreenRow } from './rows/firstScreen.ts'
import { idle } from './rows/idle.ts'
import { longList } from './rows/longList.ts'
import { payrollWorkbook } from './rows/payrollWorkbook.ts'
import { largestCustomer, search, userDay, userMonth } from './rows/reads.ts'
import { report } from './rows/report.ts'

export const ROWS: readonly Row[] = [
  command,
  diaryMonth,
  tenTimes,
  userMonth,
  userDay,
  largestCustomer,
  search,
  report,
  payrollWorkbook,
  firstScreenRow,
  longList,
  idle,
]
