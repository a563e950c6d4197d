// The English sentence for every refusal: what is wrong, and what to do. The texts of guards and record.* are fixed.
import type { ErrorCode } from '../contract/errors.ts'

export const errorsEn: Record<ErrorCode, string> = {
  'request.unknown': 'There is no request of this name. Check its spelling.',
  'request.invalid': 'Something in the input does not fit. Correct what is named and try again.',
  'request.notPermitted': 'Your role does not allow this. Ask an administrator.',
  'request.conflict': 'Somebody changed this in the meantime. Look at it again and repeat what you wanted.',
  internal:
    'Something went wrong inside Daybook; nothing was changed. Try again, and report it if it comes back.',
  'notFound.customer': 'This customer does not exist any more. Choose another.',
  'notFound.category': 'This category does not exist any more. Choose another.',
  'notFound.project': 'This project does not exist any more. Choose another.',
  'notFound.user': 'This user does not exist any more. Choose another.',
  'notFound.timer': 'This timer is gone: it was recorded or discarded.',
  'notFound.entry': 'This time entry does not exist any more.',
  'notFound.change': 'This change is not known here.',
  'notFound.draft': 'This draft is gone: it was restored, removed or kept for longer than 30 days.',
  'notFound.gap': 'This gap has already been answered.',
  'notFound.export': 'This export is not known any more. Start it again.',
  'notFound.backup': 'There is no verified backup to restore.',
  'notFound.employment': 'This contract version does not exist any more.',
  'notFound.rate': 'This billing rate does not exist any more.',
  'name.taken': 'The name “{{name}}” is already in use. Choose another.',
  'name.unknown': 'There is nothing called “{{name}}”.',
  'timer.alreadyRunning': 'A timer is already running. Stop it first, or switch to the new one.',
  'timer.notRunning': 'No timer is running. Start one first.',
  'timer.notPaused': 'The timer is not paused.',
  'timer.notStopped': 'The timer has not been stopped yet. Stop it before it is recorded.',
  'timer.startInFuture': 'The start lies in the future. Give a time that has passed.',
  'timer.startAfterEnd': 'The start lies after the end of the session. Give an earlier start.',
  'timer.atBeforeSegment': 'This time lies before the timer last started or paused. Give a later time.',
  'timer.inFuture': 'This time lies in the future. Give a time that has passed.',
  'rule.customerRequired': 'A customer is required. Choose one.',
  'rule.categoryRequired': 'A category is required. Choose one.',
  'rule.noteRequired': 'A note is required. Write what was done.',
  'rule.tooShort':
    'The session is shorter than the {{minutes}} minutes that your rules ask for. Go on, or discard it.',
  'rule.tooLong':
    'The session is longer than the {{minutes}} minutes that your rules allow. Correct its times.',
  'clientTimer.off': 'The timer is switched off for you. Ask an administrator to switch “Client Timer” on.',
  'record.priorPeriod': 'Cannot record the time, because date belongs to the prior period.',
  'record.inactiveCategory': 'Cannot record the time, because the work code is inactive.',
  'record.inactiveUser': 'Cannot record the time, because the user is inactive. Make the user active first.',
  'record.inactiveCustomer':
    'Cannot record the time, because the customer is not active. Make the customer active or choose another.',
  'project.otherCustomer':
    'The project {{code}} belongs to another customer. Choose one of this customer’s projects, or none.',
  'project.completed':
    'The project {{code}} was completed on {{date}}, so it takes no time after that day. Choose another, or reopen it.',
  'project.codeTaken': 'Another project has the code “{{code}}”. Choose another code.',
  'project.hasTime':
    'Time is recorded on {{code}} for its customer, so it cannot be moved to another. Add a project there instead.',
  'entry.stopBeforeStart': 'The stop lies before the start. Correct one of the two.',
  'entry.zeroDuration': 'The duration must be longer than zero.',
  'entry.exceedsDay':
    'The day of the start holds at most {{maxMinutes}} minutes from there. Give a shorter duration or an earlier start.',
  'entry.inFuture': 'This time lies in the future. Only time that has passed can be recorded.',
  'entry.overlaps':
    'This time overlaps another entry of the same user. Change the times, or the other entry.',
  'time.missing':
    'This time does not exist on that day: the clocks were set forward over it. Give an earlier or a later one.',
  'time.twice':
    'This time comes twice on that day: the clocks were set back. Say which one is meant, with its offset to UTC.',
  'time.invalid': 'This is not a date and time. Write it like 2026-03-03 09:15.',
  'duration.unreadable': 'This cannot be read as a duration. Write it like 1:30, 2h 30min, 2.5 or 90min.',
  'rate.priorPeriod':
    'Billing rates of a closed period stay as they are. Choose a first day after it, or open the period first.',
  'guard.userInactive': 'Cannot make staff inactive as the timer is running for this staff.',
  'guard.userDelete': 'Used in Timer. Cannot delete.',
  'guard.categoryEdit': 'Used in Timer - Cannot edit.',
  'guard.categoryDelete': 'Used in Timer. Cannot delete.',
  'guard.customerStatus': 'Used in Timer - Cannot edit.',
  'guard.customerDelete': 'Used in Timer. Cannot delete.',
  'guard.projectEdit': 'Used in Timer - Cannot edit.',
  'guard.projectDelete': 'Cannot delete {{code}} as used in timer.',
  'guard.periodTimers':
    'The period cannot be closed while timers that began in it are not recorded. Stop and record them first.',
  'inUse.customer':
    'Time is recorded for this customer, so it cannot be deleted. Set its status to Inactive instead.',
  'inUse.category': 'Time is recorded on this category, so it cannot be deleted. Make it inactive instead.',
  'inUse.project':
    'Time is recorded on this project, so it cannot be taken back. Delete the project instead.',
  'inUse.user':
    'Time is recorded for this user, who therefore cannot be deleted. Make the user inactive instead.',
  'user.lastAdministrator':
    'This is the last active administrator. Make somebody else an administrator first.',
  'user.self': 'You cannot do this to yourself. Ask another administrator.',
  'undo.changedSince':
    'This cannot be undone: what it changed has been changed again since. Undo the later change first.',
  'undo.tooOld': 'This cannot be undone: it is older than 30 days.',
  'undo.periodClosed': 'This cannot be undone: its period is closed. Open the period first.',
  'undo.nothing': 'There is nothing to undo.',
  'setup.done': 'Daybook is already set up on this data folder.',
  'setup.missing':
    'Daybook is not set up on this data folder yet. Open it and answer the welcome, or set it up on the command line.',
  'sample.notEmpty':
    'Sample data can only be loaded into an empty data folder. Start with another folder: --data FOLDER.',
  'disk.full': 'The disk is full, so nothing can be saved. Free some space and try again.',
  'disk.readonly': 'The data folder cannot be written to. Check its permissions, or choose another folder.',
  'db.locked': 'Another program is using the data at this moment. Try again, or end that program.',
  'db.newer':
    'This data was written by a newer version of Daybook. Install that version or a later one; nothing was changed.',
  'db.damaged': 'The database is damaged. Restore the newest backup; the damaged file is set aside and kept.',
  'db.missing': 'The database or its folder is not there. Check the data folder, or restore a backup.',
  'db.migrationFailed':
    'The data could not be brought to this version and was left as it was. Keep the version you had, and report this.',
  'export.cancelled': 'The export was cancelled; no file was written.',
  'export.failed': 'The export failed; no file was written. Try again, and report it if it comes back.',
  'file.notWritable': 'The file cannot be written there. Close it where it is open, or choose another place.',
  'channel.closed':
    'Daybook cannot be reached: it has ended or is starting. Start it again if this stays; what was confirmed is saved.',
  'device.unavailable': 'This is not available on this computer.',
  'shortcut.taken': 'Another program uses this shortcut. Choose another.',
  'shortcut.invalid': 'This is not a shortcut that can be used. Combine Ctrl, Alt or Shift with a key.',
}
