// Every way in which the application refuses, as codes; sentences are made from them in shared/text. What is refused alike for every
// noun has a code for each, made from the registry.
import type { Id } from '../entities/entity.ts'
import type { EntityName } from '../entities/registry.ts'
import type { SubjectNames } from '../entities/subject.ts'

export const ERROR_CODES = [
  // requests
  'request.unknown',
  'request.invalid',
  'request.notPermitted',
  'request.conflict',
  'internal',
  // what is no noun and does not exist, and names
  'notFound.change',
  'notFound.export',
  'notFound.backup',
  'notFound.browser',
  'name.taken',
  'code.taken',
  'name.unknown',
  'name.ambiguous',
  // the timer and its rules
  'timer.alreadyRunning',
  'timer.notRunning',
  'timer.notPaused',
  'timer.notStopped',
  'timer.startInFuture',
  'timer.startAfterEnd',
  'timer.startTooLongAgo',
  'timer.atBeforeSegment',
  'timer.inFuture',
  'rule.customerRequired',
  'rule.categoryRequired',
  'rule.noteRequired',
  'rule.tooShort',
  'rule.tooLong',
  'clientTimer.off',
  'module.off',
  'module.notPerUser',
  // recording
  'record.priorPeriod',
  'record.inactiveCategory',
  'record.inactiveTag',
  'record.inactiveUser',
  'record.inactiveCustomer',
  'project.otherCustomer',
  'project.completed',
  'project.codeTaken',
  'project.hasTime',
  'project.hasCases',
  'opportunity.otherCustomer',
  'opportunity.closed',
  'case.otherCustomer',
  'case.hasTime',
  'case.closed',
  'case.projectRequired',
  'assignment.second',
  'entry.stopBeforeStart',
  'entry.zeroDuration',
  'entry.exceedsDay',
  'entry.dayFull',
  'entry.inFuture',
  'entry.overlaps',
  'entry.someRefused',
  'time.missing',
  'time.twice',
  'time.invalid',
  'duration.unreadable',
  // absence and the time account
  'absence.overlap',
  'absence.endBeforeStart',
  'absence.tooLong',
  'absence.hoursMissing',
  'absence.closed',
  'absence.afterLastDay',
  'absence.kindInactive',
  'absence.decided',
  'absence.already',
  'absence.reasonMissing',
  'account.closed',
  'account.reasonMissing',
  'account.noAmount',
  // approvals
  'approval.locked',
  'approval.closed',
  'approval.future',
  'approval.range',
  'approval.nothingToSubmit',
  'approval.notSubmitted',
  'approval.notApproved',
  'approval.timerRuns',
  'approval.reasonMissing',
  'exception.reasonMissing',
  // hours packages
  'package.noHours',
  'package.expiryBefore',
  'package.beforePurchase',
  'package.reasonMissing',
  'package.notLeft',
  'package.nothingLeft',
  // billing
  'rate.priorPeriod',
  // invoices
  'invoice.nothing',
  'invoice.noRate',
  'invoice.tooManyLines',
  'invoice.tooManyEntries',
  'invoice.twoCurrencies',
  'invoice.incomplete',
  'invoice.untaxedMixed',
  'invoice.negative',
  'invoice.inFuture',
  'invoice.dueBefore',
  'invoice.priorPeriod',
  'invoice.sentInFuture',
  'invoice.sentBefore',
  'invoice.numberTaken',
  'invoice.frozen',
  'invoice.entryTaken',
  'invoice.entryLocked',
  'invoice.otherCustomer',
  'invoice.isCreditNote',
  'invoice.alreadyVoid',
  'invoice.notIssued',
  'invoice.reasonMissing',
  'invoice.creditBefore',
  'invoice.paidAlready',
  'invoice.currencyXml',
  'tax.invalid',
  'logo.unreadable',
  'logo.tooLarge',
  'payment.tooMuch',
  'payment.priorPeriod',
  // reports
  'report.tooManyRows',
  // meetings and tasks
  'meeting.stopBeforeStart',
  'meeting.tooLong',
  'meeting.daysTooMany',
  'meeting.repeatTooFine',
  'meeting.repeatUnknown',
  'meeting.repeatEndless',
  'meeting.repeatTooFar',
  'meeting.repeatNever',
  'meeting.tooManyExceptions',
  'meeting.allDayLog',
  'meeting.othersLog',
  'meeting.tooManyLogs',
  'meeting.noOccurrence',
  'meeting.severalOccurrences',
  'meeting.oneOnly',
  'meeting.moveNeedsRule',
  'meeting.followingFixed',
  'meeting.notLogged',
  'meeting.notOver',
  'task.stopBeforeStart',
  'task.dueOrTimed',
  // guards of a running timer (spec C)
  'guard.userInactive',
  'guard.periodTimers',
  // users, organisation and periods
  'user.lastAdministrator',
  'user.self',
  'user.notOffered',
  'user.inClosedPeriod',
  'user.lastDateClosed',
  'organisation.currencyClosed',
  'employment.extraNeedsDays',
  'period.inFuture',
  'period.reasonMissing',
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
  'export.letters',
  'file.notWritable',
  'file.foreignLink',
  'mail.noAddress',
  'mail.noProgram',
  // calendars as files: the whole file, then one thing of it
  'calendarFile.notReadable',
  'calendarFile.tooLarge',
  'calendarFile.tooMany',
  'calendarFile.none',
  'calendarFile.empty',
  'calendarFile.cutOff',
  'calendarFile.broken',
  'calendarFile.tooHard',
  'calendarFile.gone',
  'range.endBeforeStart',
  'calendarRow.unreadable',
  'calendarRow.noStart',
  'calendarRow.badTime',
  'calendarRow.tooOld',
  'calendarRow.zoneUnknown',
  'calendarRow.otherRule',
  'calendarRow.thisAndFuture',
  'calendarRow.taskRepeats',
  'calendarRow.recordedTime',
  'calendarRow.twice',
  'calendarRow.notYours',
  'importFile.notReadable',
  'importFile.tooLarge',
  'importFile.tooMany',
  'importFile.unknown',
  'importFile.empty',
  'importFile.cutOff',
  'importFile.broken',
  'importFile.protected',
  'importFile.bomb',
  'importFile.tooHard',
  'importFile.gone',
  'template.notWorkbook',
  'template.protected',
  'template.macros',
  'template.tooLarge',
  'template.broken',
  'template.noNames',
  'template.unknownName',
  'template.unknownField',
  'template.nowhere',
  'template.noFields',
  'template.sideBySide',
  'template.tooMany',
  'everything.notEmpty',
  'everything.unknown',
  'everything.newer',
  'everything.broken',
  'import.cancelled',
  'import.busy',
  'import.team',
  'import.needs',
  'importRow.noStart',
  'importRow.noEnd',
  'importRow.noLength',
  'importRow.longer',
  'importRow.badTime',
  'importRow.badDuration',
  'importRow.tooOld',
  'importRow.tooLong',
  'importRow.manyTags',
  'importRow.cutOff',
  'importRow.break',
  'importRow.twice',
  'importRow.missing',
  'importRow.ambiguous',
  'importRow.mayNotAdd',
  'importRow.notYours',
  // PINs of profiles
  'session.locked',
  'session.ended',
  'pin.needed',
  'pin.wrong',
  'pin.wait',
  // a team on one server
  'notFound.attention',
  'team.alone',
  'team.already',
  'team.notEmpty',
  'team.filling',
  'team.badAddress',
  'team.insecure',
  'team.offline',
  'team.certificate',
  'team.nonsense',
  'team.busy',
  'team.tooLarge',
  'team.otherVersion',
  'team.refusedNewer',
  'team.otherHistory',
  'team.foundAgain',
  'team.founding',
  'team.founded',
  'team.closed',
  'team.signedOut',
  'team.revoked',
  'team.notMember',
  'team.memberAlready',
  'team.wrongPassword',
  'team.noInvitation',
  'team.noDevice',
  'team.wait',
  'team.conflict',
  'team.quarantined',
  'team.oneUser',
  'team.noSample',
  // the way to the application
  'channel.closed',
  'device.unavailable',
  'shortcut.taken',
  'shortcut.invalid',
] as const
export type OwnErrorCode = (typeof ERROR_CODES)[number]
/** It is not there; something refers to it; an active timer uses it (spec C4 to C12). */
export type NounErrorCode =
  `notFound.${EntityName}` | `inUse.${EntityName}` | `guard.${EntityName}${'Delete' | 'Edit'}`
export type ErrorCode = OwnErrorCode | NounErrorCode

/** A timer that a guard protects, as named below the refusal (spec C). */
export type TimerRef = SubjectNames & {
  timerId: Id
  userId: Id
  userName: string
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
  /** Of several things that were to change at once, those that may not, and why. */
  refusals?: { id: Id; at: number; name: string | null; error: AppError }[]
}

export type AppError = {
  code: ErrorCode
  details?: ErrorDetails
  /** Names an internal error in the log. */
  incident?: string
}

export const appError = (code: ErrorCode, details?: ErrorDetails): AppError =>
  details === undefined ? { code } : { code, details }
