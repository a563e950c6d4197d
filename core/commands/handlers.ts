// Every command's handler, by name.
import type { CommandName } from '../../shared/contract/contract.ts'
import { billingHandlers } from './billing.ts'
import { directoryHandlers } from './directory.ts'
import { entryHandlers } from './entry.ts'
import type { Handlers } from './handler.ts'
import { organisationHandlers } from './organisation.ts'
import { projectHandlers } from './project.ts'
import { timerHandlers } from './timer.ts'

export const commandHandlers: Handlers<CommandName> = {
  ...timerHandlers,
  ...entryHandlers,
  ...directoryHandlers,
  ...projectHandlers,
  ...billingHandlers,
  ...organisationHandlers,
}
