// Every way in which the application refuses, as codes; sentences are made from them in shared/text.
import type { Id } from '../entities/entity.ts'

export const ERROR_CODES = [
  // requests
  'request.unknown',
  'request.invalid',
  'request.notPermitted',
  'request.conflict',
  'internal',
  // things that do not exist
  'notFound.customer',
  'notFound.category',
  'notFound.project',
  'notFound.user',
  'notFound.timer',
  'notFound.entry',
  'notFound.change',
  'notFound.draft',
  'notFound.gap',
  'notFound.export',
  'notFound.backup',
  'notFound.employment',
  'notFound.rate',
  'name.taken',
  'name.unknown',
  // the timer and its rules
  'timer.alreadyRunning',
  'timer.notRunning',
  'timer.notPaused',
  'timer.notStopped',
  'timer.startInFuture',
  'timer.startAfterEnd',
  'timer.atBeforeSegment',
  'timer.inFuture',
  'rule.customerRequired',
  'rule.categoryRequired',
  'rule.noteRequired',
  'rule.tooShort',
  'rule.tooLong',
  'clientTimer.off',
  // recording
  'record.priorPeriod',
  'record.inactiveCategory',
  'record.inactiveUser',
  'record.inactiveCustomer',
  'project.otherCustomer',
  'project.completed',
  'project.codeTaken',
  'project.hasTime',
  'entry.stopBeforeStart',
  'entry.zeroDuration',
  'entry.exceedsDay',
  'entry.inFuture',
  'entry.overlaps',
  'time.missing',
  'time.twice',
  'time.invalid',
  'duration.unreadable',
  // billing
  'rate.priorPeriod',
  // guards of a running timer (spec C)
  'guard.userInactive',
  'guard.userDelete',
  'guard.categoryEdit',
  'guard.categoryDelete',
  'guard.customerStatus',
  'guard.customerDelete',
  'guard.projectEdit',
  'guard.projectDelete',
  'guard.periodTimers',
  // things in use by recorded time
  'inUse.customer',
  'inUse.category',
  'inUse.project',
  'inUse.user',
  'user.lastAdministrator',
  'user.self',
  // undo
  'undo.changedSince',
  'undo.tooOld',
  'undo.periodClosed',
  'undo.nothing',
  // set-up and sample
  'setup.done',
  'setup.missing',
  'sample.notEmpty',
  // storage
  'disk.full',
  'disk.readonly',
  'db.locked',
  'db.newer',
  'db.damaged',
  'db.missing',
  'db.migrationFailed',
  // exports and files
  'export.cancelled',
  'export.failed',
  'file.notWritable',
  // the way to the application
  'channel.closed',
  'device.unavailable',
  'shortcut.taken',
  'shortcut.invalid',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** A timer that a guard protects, as named below the refusal (spec C). */
export type TimerRef = {
  timerId: Id
  userId: Id
  userName: string
  customerName: string | null
  categoryName: string | null
  projectCode: string | null
  projectName: string | null
  /** Epoch ms. */
  startedAt: number
  state: 'running' | 'paused' | 'stopped'
}

export type ErrorDetails = {
  /** The timers that stand in the way. */
  timers?: TimerRef[]
  /** Which argument is wrong, and how (dotted path → what was expected). */
  fields?: Record<string, string>
  /** Values for the sentence (names, minutes, dates). */
  values?: Record<string, string | number | null>
  /** The nearest names that do exist. */
  nearest?: string[]
  /** The entries or other things in the way. */
  ids?: Id[]
}

export type AppError = {
  code: ErrorCode
  details?: ErrorDetails
  /** Names an internal error in the log. */
  incident?: string
}

export const appError = (code: ErrorCode, details?: ErrorDetails): AppError =>
  details === undefined ? { code } : { code, details }
