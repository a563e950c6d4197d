// Every command's handler, by name.
import type { CommandName } from '../../shared/contract/contract.ts'
import { absenceHandlers } from './absence.ts'
import { approvalHandlers } from './approval.ts'
import { billingHandlers } from './billing.ts'
import { billingSettingsHandlers } from './billingSettings.ts'
import { calendarFileHandlers } from './calendarFile.ts'
import { caseHandlers } from './case.ts'
import { directoryHandlers } from './directory.ts'
import { entryHandlers } from './entry.ts'
import type { Handlers } from './handler.ts'
import { journalHandlers } from './journal.ts'
import { moduleHandlers } from './module.ts'
import { invoiceHandlers } from './invoice.ts'
import { packageHandlers } from './hoursPackage.ts'
import { logHandlers } from './log.ts'
import { meetingHandlers } from './meeting.ts'
import { officeHandlers } from './office.ts'
import { organisationHandlers } from './organisation.ts'
import { opportunityHandlers } from './opportunity.ts'
import { periodExceptionHandlers } from './periodException.ts'
import { projectHandlers } from './project.ts'
import { reportHandlers } from './report.ts'
import { tagHandlers } from './tag.ts'
import { taskHandlers } from './task.ts'
import { timerHandlers } from './timer.ts'

export const commandHandlers: Handlers<CommandName> = {
  ...timerHandlers,
  ...entryHandlers,
  ...logHandlers,
  ...packageHandlers,
  ...absenceHandlers,
  ...approvalHandlers,
  ...periodExceptionHandlers,
  ...directoryHandlers,
  ...projectHandlers,
  ...caseHandlers,
  ...opportunityHandlers,
  ...reportHandlers,
  ...tagHandlers,
  ...officeHandlers,
  ...journalHandlers,
  ...meetingHandlers,
  ...calendarFileHandlers,
  ...taskHandlers,
  ...billingHandlers,
  ...invoiceHandlers,
  ...billingSettingsHandlers,
  ...organisationHandlers,
  ...moduleHandlers,
}
