// The rows of the table, in its order.
import type { Row } from './row.ts'
import { diaryMonth } from './rows/diaryMonth.ts'

export const ROWS: readonly Row[] = [diaryMonth]
