// How a command's outcome is shown; the windows say how, so that the way to the application knows nothing of screens.
import { createContext, use } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'

export type Notices = {
  refused(error: AppError): void
  /** Something was done that can be taken back. */
  undoable(commitId: Id, done: string): void
}

export const NoticesContext = createContext<Notices | null>(null)

export function useNotices(): Notices {
  const notices = use(NoticesContext)
  if (notices === null) throw new Error('useNotices outside of NoticesContext')
  return notices
}
