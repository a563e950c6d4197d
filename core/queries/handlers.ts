// Every query's handler, by name; those that ask the application itself come from where it is put together.
import type { ApplicationQueryName, QueryName } from '../../shared/contract/contract.ts'
import { absenceQueryHandlers } from './absence.ts'
import { approvalQueryHandlers } from './approval.ts'
import { billingQueryHandlers } from './billing.ts'
import { calendarQueryHandlers } from './calendar.ts'
import { caseQueryHandlers } from './case.ts'
import { diaryQueryHandlers } from './diary.ts'
import { directoryQueryHandlers } from './directory.ts'
import { entryQueryHandlers } from './entry.ts'
import { invoiceQueryHandlers } from './invoice.ts'
import { journalQueryHandlers } from './journal.ts'
import { packageQueryHandlers } from './hoursPackage.ts'
import { meetingQueryHandlers } from './meeting.ts'
import { officeQueryHandlers } from './office.ts'
import { opportunityQueryHandlers } from './opportunity.ts'
import { periodExceptionQueryHandlers } from './periodException.ts'
import { projectQueryHandlers } from './project.ts'
import type { QueryHandlers } from './query.ts'
import { reportQueryHandlers } from './report.ts'
import { searchQueryHandlers } from './search.ts'
import { tagQueryHandlers } from './tag.ts'
import { taskQueryHandlers } from './task.ts'
import { timerQueryHandlers } from './timer.ts'

export const queryHandlers = (
  application: QueryHandlers<ApplicationQueryName>,
): QueryHandlers<QueryName> => ({
  ...timerQueryHandlers,
  ...entryQueryHandlers,
  ...searchQueryHandlers,
  ...directoryQueryHandlers,
  ...projectQueryHandlers,
  ...caseQueryHandlers,
  ...opportunityQueryHandlers,
  ...tagQueryHandlers,
  ...officeQueryHandlers,
  ...journalQueryHandlers,
  ...meetingQueryHandlers,
  ...taskQueryHandlers,
  ...billingQueryHandlers,
  ...invoiceQueryHandlers,
  ...packageQueryHandlers,
  ...absenceQueryHandlers,
  ...approvalQueryHandlers,
  ...periodExceptionQueryHandlers,
  ...reportQueryHandlers,
  ...diaryQueryHandlers,
  ...calendarQueryHandlers,
  ...application,
})
