// Every query's handler, by name; those that ask the application itself come from where it is put together.
import type { QueryName } from '../../shared/contract/contract.ts'
import type { organisationQueries } from '../../shared/contract/organisation.ts'
import { billingQueryHandlers } from './billing.ts'
import { diaryQueryHandlers } from './diary.ts'
import { directoryQueryHandlers } from './directory.ts'
import { entryQueryHandlers } from './entry.ts'
import { projectQueryHandlers } from './project.ts'
import type { QueryHandlers } from './query.ts'
import { searchQueryHandlers } from './search.ts'
import { timerQueryHandlers } from './timer.ts'

export const queryHandlers = (
  application: QueryHandlers<keyof typeof organisationQueries>,
): QueryHandlers<QueryName> => ({
  ...timerQueryHandlers,
  ...entryQueryHandlers,
  ...searchQueryHandlers,
  ...directoryQueryHandlers,
  ...projectQueryHandlers,
  ...billingQueryHandlers,
  ...diaryQueryHandlers,
  ...application,
})
