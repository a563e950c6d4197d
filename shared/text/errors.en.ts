// The English sentence for every refusal: what is wrong, and what to do. The texts of guards and record.* are fixed.
import type { OwnErrorCode } from '../contract/errors.ts'

export const errorsEn: Record<OwnErrorCode | 'guard.projectDelete' | 'guard.assignmentDelete', string> = {
  'request.unknown': 'There is no request with this name. Check the spelling.',
  'request.invalid': 'Something in the input is not valid. Correct what is named and try again.',
  'request.notPermitted': 'Your role does not allow this. Ask an administrator.',
  'request.conflict':
    'Somebody else changed this in the meantime. Look at it again, then repeat your change.',
  internal:
    'Something went wrong in Daybook; nothing was changed. Try again, and report it if it happens again.',
  'notFound.change': 'This change is not known here.',
  'notFound.export': 'This export is no longer known. Start it again.',
  'notFound.browser': 'That browser is not in any more.',
  'notFound.backup': 'There is no verified backup to restore.',
  'name.taken': 'The name “{{name}}” is already in use. Choose another.',
  'name.unknown': 'There is nothing called “{{name}}”.',
  'name.ambiguous': 'More than one is called “{{name}}”.',
  'timer.alreadyRunning': 'A timer is already running. Stop it first, or switch to the new one.',
  'timer.notRunning': 'No timer is running. Start one first.',
  'timer.notPaused': 'The timer is not paused.',
  'timer.notStopped': 'The timer has not been stopped yet. Stop it before it is recorded.',
  'timer.startInFuture': 'The start is in the future. Enter a time in the past.',
  'timer.startTooLongAgo':
    'That start is more than 24 hours ago. Add each day’s time in the Work Diary instead.',
  'timer.startAfterEnd': 'The start is after the end of the session. Enter an earlier start.',
  'timer.atBeforeSegment':
    'That moment lies in or before time that this timer has already counted. Give a later one.',
  'timer.earlierStop':
    'The same timer was stopped earlier on another device, and the earlier stop holds. What was noted here is kept: take it over, or leave it.',
  'timer.inFuture': 'This time is in the future. Enter a time in the past.',
  'rule.customerRequired': 'A customer is required. Choose one.',
  'rule.categoryRequired': 'A category is required. Choose one.',
  'rule.noteRequired': 'A note is required. Write what was done.',
  'rule.tooShort':
    'The session is shorter than the {{minutes}} minutes that your rules require. Keep it running, or discard it.',
  'rule.tooLong':
    'The session is longer than the {{minutes}} minutes that your rules allow. Correct its times.',
  'clientTimer.off': 'The timer is switched off for you. Ask an administrator to switch “Client Timer” on.',
  'module.off':
    'The module “{{module}}” is switched off. An administrator can switch it on in Settings, Modules, or for single users in Settings, Users.',
  'module.notPerUser':
    'The module “{{module}}” is switched for the whole organisation only. Switch it in Settings, Modules.',
  'record.priorPeriod': 'Cannot record the time, because date belongs to the prior period.',
  'record.inactiveCategory': 'Cannot record the time, because the work code is inactive.',
  'record.inactiveTag': 'The tag {{name}} is inactive. Choose another, or leave it off.',
  'record.inactiveUser': 'Cannot record the time, because {{name}} is inactive. Make the user active first.',
  'record.inactiveCustomer':
    'Cannot record the time, because the customer {{name}} is not active. Make it active, or choose another.',
  'project.otherCustomer':
    'Project {{code}} belongs to another customer. Choose one of this customer’s projects, or none.',
  'project.completed':
    'Project {{code}} was completed on {{date}}, so no time can be recorded on it after that day. Choose another, or reopen it.',
  'code.taken': 'The code “{{code}}” is taken. Choose another code.',
  'assignment.second':
    'This user already has an assignment for the same customer, or for all customers. Change that one instead.',
  'project.codeTaken': 'Another project has the code “{{code}}”. Choose another code.',
  'project.hasTime':
    'Time is recorded on {{code}} for its customer, so it cannot be moved to another. Add a project there instead.',
  'project.hasCases':
    'Cases are tied to {{code}}, so it cannot be moved to another customer. Untie them, or add a project there instead.',
  'opportunity.otherCustomer':
    'The opportunity {{name}} belongs to another customer. Choose one of this customer’s, or none.',
  'opportunity.closed':
    'The opportunity {{name}} is closed, so no new time can be put on it. Reopen it, or choose another.',
  'case.otherCustomer':
    'Case {{code}} belongs to another customer. Choose one of this customer’s cases, or none.',
  'case.hasTime':
    'Time is recorded on {{code}} for its customer, so it cannot be moved to another. Add a case there instead.',
  'case.closed': 'Case {{code}} is closed, so no new time can be put on it. Reopen it, or choose another.',
  'case.projectRequired':
    'Case {{code}} is tied to no project, and only cases with a project accept time. Choose a project for it first.',
  'entry.stopBeforeStart': 'The stop is before the start. Correct one of the two.',
  'entry.zeroDuration': 'Enter a duration of more than zero.',
  'entry.exceedsDay':
    'At most {{maxMinutes, duration}} h are left in the day from that start. Enter a shorter duration or an earlier start.',
  'entry.dayFull':
    'On {{date}} at most {{maxMinutes, duration}} h are left: a day holds no more time than it is long. Enter less, or another date.',
  'entry.inFuture': 'This time is in the future. Only past time can be recorded.',
  'entry.someRefused':
    'Nothing was changed, because {{count}} of {{all}} entries cannot be. Leave these out and try again.',
  'entry.overlaps':
    'This time overlaps another entry of the same user. Change the times, or the other entry.',
  'time.missing':
    'This time does not exist on that day, because the clocks went forward. Enter an earlier or a later one.',
  'time.twice':
    'This time occurs twice on that day, because the clocks went back. Say which one you mean, with its UTC offset.',
  'time.invalid': 'This is not a date and time. Write it like 2026-03-03 09:15.',
  'duration.unreadable': 'This cannot be read as a duration. Write it like 1:30, 2h 30min, 2.5 or 90min.',
  'absence.overlap':
    'On {{date}} this is more than a whole day of absence. Change the days, or the absence that is there already.',
  'absence.endBeforeStart': 'The last day is before the first. Choose {{date}} or a later one.',
  'absence.tooLong': 'An absence has at most {{days}} days. Enter the rest as another one.',
  'absence.hoursMissing': 'Enter how many hours a day: more than zero, and only for an absence of hours.',
  'absence.closed':
    'The period through {{through}} is closed, so its absences stay. Choose days after it, or open the period first.',
  'absence.afterLastDay': 'The last day of {{name}} was {{date}}. Choose an earlier first day.',
  'absence.kindInactive': 'The kind {{name}} is inactive. Choose another kind of absence.',
  'absence.decided': 'This absence is approved. Ask a manager to change or withdraw it.',
  'absence.already': 'This absence has already been decided that way.',
  'absence.reasonMissing': 'Enter a reason. The person who asked will see it.',
  'account.closed':
    'The period through {{through}} is closed, so its balances stay. Choose a later date, or open the period first.',
  'approval.locked':
    '{{date}} of {{name}} is approved, so its time cannot change. A manager can take the approval back first.',
  'approval.closed':
    'The period through {{through}} is closed, so its approvals stay. Choose later days, or open the period first.',
  'approval.future': 'These days are still to come. Submit days up to today.',
  'approval.range': 'Choose a last day on or after the first, and at most {{days}} days at once.',
  'approval.nothingToSubmit': 'All of these days are submitted or approved already.',
  'approval.notSubmitted':
    'Nothing of {{name}} waits for a decision on these days. Submit them first; time that changes takes its day’s submission back.',
  'approval.notApproved': 'None of these days of {{name}} is approved.',
  'approval.timerRuns':
    'A timer has time on these days that is not recorded yet. Stop and record it first, or leave its day out.',
  'approval.reasonMissing': 'Enter the reason: whoever submitted the days reads it.',
  'exception.reasonMissing': 'Enter the reason. It is kept in the history.',
  'account.reasonMissing': 'Enter a reason. It is kept with the entry.',
  'account.noAmount': 'Enter an amount other than zero. A payout has no minus sign.',
  'package.noHours': 'Enter more than zero hours.',
  'package.expiryBefore':
    'The package would expire before it begins on {{date}}. Choose that day or a later one.',
  'package.beforePurchase': 'The package begins on {{date}}. Choose that day or a later one.',
  'package.reasonMissing': 'Enter the reason: it stands in the ledger.',
  'package.notLeft': 'Only {{minutes, duration}} h are left of this package, so no more can be taken off it.',
  'package.nothingLeft': 'Nothing is left of this package to roll over.',
  'rate.priorPeriod':
    'Billing rates of a closed period stay as they are. Choose a first day after it, or open the period first.',
  'invoice.nothing':
    'There is nothing to invoice: no billable time that is not invoiced yet. Choose another range, or add lines of your own.',
  'invoice.noRate':
    'No billing rate holds for this time, so it has no price. Set a rate for the customer, the project, the user or the organisation first.',
  'invoice.tooManyLines':
    'The invoice would have {{count}} lines; {{most}} is the most. Group its time by day, project or category, or make two invoices.',
  'invoice.tooManyEntries':
    'There are {{count}} entries in this range; {{most}} is the most for one invoice. Choose a shorter range.',
  'invoice.twoCurrencies':
    'This draft is in {{was}}, but rates are in {{is}} now. Delete the draft and make a new one.',
  'invoice.incomplete':
    'Something that has to stand on an invoice is not said yet. Fill in what is named, in the billing settings or at the customer.',
  'invoice.untaxedMixed':
    'What is not subject to tax stands on an invoice of its own. Choose one kind of tax for all lines, or make two invoices.',
  'invoice.negative': 'The total is below nothing. Add lines, or void the invoice that is to be taken back.',
  'invoice.inFuture': 'An invoice is dated today or earlier. Choose another date.',
  'invoice.dueBefore': 'The due date lies before the date of the invoice. Choose a later one.',
  'invoice.priorPeriod':
    'The period up to {{through}} is closed, so no invoice is dated into it. Choose a later date; its time may lie before.',
  'invoice.numberTaken':
    'The number {{number}} is taken by another format. Change the number format in the billing settings.',
  'invoice.frozen':
    'Invoice {{number}} was issued and stays as it is. Void it instead: a credit note takes it back.',
  'invoice.entryTaken': 'This time is on another invoice already ({{number}}). It is billed once.',
  'invoice.entryLocked':
    'This time is on invoice {{number}} and stays as it is. Void the invoice first to change it.',
  'invoice.otherCustomer': 'This time is for another customer than the invoice. Choose time of its customer.',
  'invoice.isCreditNote': 'This is a credit note: it is neither paid nor voided. Make a new invoice instead.',
  'invoice.alreadyVoid': 'Invoice {{number}} is void. Its time can be put on a new one.',
  'invoice.notIssued': 'This is a draft. Issue it first, or delete it.',
  'invoice.reasonMissing': 'Say why the invoice is voided. It stands on the credit note.',
  'invoice.creditBefore': 'A credit note is not dated before its invoice of {{date}}. Choose a later date.',
  'invoice.paidAlready': 'Invoice {{number}} is paid in full.',
  'report.tooManyRows':
    'This report would have more than {{most}} rows. Choose a shorter range, fewer groups, or months instead of days.',
  'invoice.currencyXml':
    'E-invoices have two decimals at most, and {{currency}} has more. Send the PDF or the workbook.',
  'tax.invalid':
    'Only the standard category has a percentage above 0, and it always has one. Change the category or the percentage.',
  'logo.unreadable': 'This is no PNG or JPEG picture. Choose another file.',
  'logo.tooLarge': 'The picture is too large. Choose one of at most 1 MB.',
  'payment.tooMuch': 'Only {{open}} is open on invoice {{number}}. Enter that or less.',
  'payment.priorPeriod':
    'The period up to {{through}} is closed, so its payments stay. Choose a later date, or open the period first.',
  'meeting.stopBeforeStart': 'The meeting ends before it starts. Correct one of the two.',
  'meeting.tooLong':
    'A meeting lasts at most {{hours}} hours. Choose an earlier end, or let it take whole days.',
  'meeting.daysTooMany':
    'A meeting of whole days lasts at most {{days}} of them. Choose an earlier end, or let it repeat.',
  'meeting.repeatTooFine':
    'A meeting repeats at most once a day ({{part}}). Repeat it daily or more rarely, or make several meetings.',
  'meeting.repeatUnknown':
    'This rule of repetition cannot be read: {{part}}. Write it like FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
  'meeting.repeatEndless': 'A meeting cannot repeat for ever. Say until which day it repeats, or how often.',
  'meeting.repeatTooFar': 'A meeting repeats for at most {{years}} years. Choose an earlier end.',
  'meeting.repeatNever':
    'By this rule the meeting never takes place a second time. Change the rule, or do not repeat it.',
  'meeting.tooManyExceptions':
    'At most {{most}} occurrences of a series can be moved or cancelled. End this series and begin another.',
  'meeting.allDayLog':
    'A meeting of whole days has no hours for the log. Give it a start and a stop, or do not include it.',
  'meeting.othersLog':
    'You can include a meeting in your own log only. Leave the others out, do not include it, or ask a manager to.',
  'meeting.tooManyLogs':
    'More than {{most}} log items would be added at once. Begin the series later, or do not include it.',
  'meeting.noOccurrence':
    'This meeting does not take place then. Look up its occurrences in the calendar, or with “daybook meeting list”.',
  'meeting.severalOccurrences':
    'This meeting repeats. Say which occurrence you mean, or that you mean all of them.',
  'meeting.oneOnly':
    'A single occurrence has only its own time, title and place. Change all occurrences, or this and the following ones.',
  'meeting.moveNeedsRule':
    'The days of this rule cannot simply be moved. Say how the meeting repeats from the new day on.',
  'meeting.followingFixed':
    'From this occurrence on there is time that is invoiced or in a closed period. Choose a later occurrence, or this one alone.',
  'meeting.notLogged': 'This meeting is not included as a log item. Include it first.',
  'meeting.notOver': 'This meeting is not over yet. Its time is added to the log once it is.',
  'task.stopBeforeStart': 'The task ends before it starts. Correct one of the two.',
  'task.dueOrTimed': 'A task is due on a day or has a time, not both. Leave one of the two out.',
  'guard.userInactive': 'Cannot make staff inactive as the timer is running for this staff.',
  'guard.assignmentDelete': 'Used in Timer - Cannot delete.',
  'guard.projectDelete': 'Cannot delete {{code}} as used in timer.',
  'guard.periodTimers':
    'The period cannot be closed while timers that began in it are not recorded. Stop and record them first, or close it all the same: what they count in it then waits as exceptions.',
  'user.lastAdministrator':
    'This is the last active administrator. Make somebody else an administrator first.',
  'user.inClosedPeriod':
    'This user has a part in the figures of the closed period, up to {{through}}. Choose a start date after it, or open the period again.',
  'user.lastDateClosed':
    'The period up to {{through}} is closed, so its figures stay. Choose {{through}} or a later last day, or open the period again.',
  'organisation.currencyClosed':
    'The currency stays {{currency}} while a period is closed: its amounts are in it. Open the period again to change it.',
  'employment.extraNeedsDays':
    'Extra hours by day or week need expected hours by weekday. Empty the expected hours of the month, or count them by month.',
  'period.inFuture':
    'A period is closed through yesterday at the latest, as today’s time is not over. Choose an earlier day.',
  'period.reasonMissing': 'Say why the period is opened again. It stands in the history.',
  'user.notOffered':
    'You cannot choose {{name}}: your role is offered other names. Choose another, or ask an administrator.',
  'user.self': 'You cannot do this to yourself. Ask another administrator.',
  'undo.changedSince':
    'This cannot be undone: what it changed has been changed again since. Undo the later change first.',
  'undo.tooOld': 'This cannot be undone: it is older than 30 days.',
  'undo.periodClosed': 'This cannot be undone: its period is closed. Open the period first.',
  'undo.nothing': 'There is nothing to undo.',
  'undo.cancelled': 'Cancelled; everything is as it was.',
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
    'The data could not be upgraded to this version and was left unchanged. Keep the version you had, and report this.',
  'mail.noAddress': 'This is not an e-mail address. Write it like ana@example.org.',
  'mail.noProgram':
    'No mail program could be opened. Choose one in the settings of this computer, or attach the saved PDF yourself.',
  'invoice.sentInFuture': 'It cannot have been sent later than today. Choose today or an earlier day.',
  'invoice.sentBefore': 'It cannot have been sent before its date. Choose {{date}} or a later day.',
  'export.letters':
    'No font here has the letters {{letters}}. Install one that has, such as Noto, or write these texts in other letters.',
  'export.cancelled': 'The export was cancelled; no file was written.',
  'export.failed': 'The export failed; no file was written. Try again, and report it if it happens again.',
  'session.signedOut': 'You are signed out. Sign in again to go on.',
  'session.ended': 'This browser is signed out. Start Daybook once more to open it here.',
  'session.locked': 'Daybook is locked. Enter the PIN of your profile first.',
  'pin.needed': 'The profile {{name}} has a PIN. Enter it.',
  'pin.wrong': 'This is not the PIN of {{name}}. Try again, or let an administrator reset it.',
  'pin.wait': 'Too many wrong PINs for {{name}}. Wait {{seconds}} seconds, then try again.',
  'file.foreignLink':
    'There is a link in the way to that file which another user of this computer has made. Choose another place.',
  'calendarFile.notReadable':
    'This file cannot be read: {{file}}. Check its name and whether you may read it.',
  'calendarFile.tooLarge':
    'This file is larger than {{most}} MB. Export a shorter range from the other calendar, and import that.',
  'calendarFile.tooMany':
    'This file holds {{count}} meetings and tasks; at most {{most}} are imported at once. Export a shorter range from the other calendar.',
  'calendarFile.none':
    'This is no calendar: it does not begin with BEGIN:VCALENDAR. Choose a file that ends in .ics.',
  'calendarFile.empty': 'This calendar holds no meetings and no tasks.',
  'calendarFile.cutOff': 'This file ends in the middle. Export or download it again; nothing was imported.',
  'calendarFile.broken':
    'This file is damaged: the part {{part}} does not end where it should. Export it again; nothing was imported.',
  'calendarFile.tooHard':
    'This file takes too much work: it repeats too much, or is made to. Export a shorter range from the other calendar; nothing was imported.',
  'calendarFile.gone': 'The file that was handed over is no longer there. Choose it again.',
  'range.endBeforeStart': 'The last day is before the first. Correct one of the two.',
  'calendarRow.unreadable': 'It cannot be read ({{text}}).',
  'calendarRow.noStart': 'It has no start.',
  'calendarRow.badTime': 'Its time “{{text}}” is no date and no time of day.',
  'calendarRow.tooOld': 'It is from before 1970.',
  'calendarRow.zoneUnknown': 'The time zone “{{zone}}” is not known. Say which one it is.',
  'calendarRow.otherRule':
    'It repeats by single dates or by what is left out ({{part}}), which a meeting here cannot.',
  'calendarRow.thisAndFuture':
    'One of its changes holds for all that follows, which a meeting here cannot. Export it as two series.',
  'calendarRow.taskRepeats': 'It is a task that repeats, which tasks here cannot.',
  'calendarRow.recordedTime': 'It is recorded time, and no meeting.',
  'calendarRow.twice': 'The file holds it twice; the newer one is taken.',
  'calendarRow.notYours': 'It belongs to somebody else. Ask them or a manager to import it.',
  'importFile.notReadable': 'This file cannot be read: {{file}}. Check its name and whether you may read it.',
  'importFile.tooLarge': 'The files are larger than {{most}} MB. Import them one by one, or a shorter range.',
  'importFile.tooMany': '{{file}} holds more than {{most}} rows. Export a shorter range, and import that.',
  'importFile.unknown':
    '{{file}} holds no table of time. Choose a CSV or Excel file, or an export of the tool that you come from.',
  'importFile.empty': '{{file}} holds no rows.',
  'importFile.cutOff': '{{file}} ends in the middle. Export or download it again; nothing was imported.',
  'importFile.broken':
    '{{file}} is damaged or not what its name says (line {{line}}). Export it again; nothing was imported.',
  'importFile.protected':
    '{{file}} is protected by a password, or of an Excel before 2007. Save it as .xlsx without a password.',
  'importFile.bomb': '{{file}} would unpack to far more than its size, so it was not opened.',
  'importFile.tooHard':
    'This file takes too much work or memory. Import a shorter range; nothing was imported.',
  'importFile.gone': 'The files are no longer there. Choose them again.',
  'template.notWorkbook':
    '{{file}} is no Excel workbook. Choose a file that ends in .xlsx; other formats can be saved as one.',
  'template.protected':
    '{{file}} is protected by a password, or of an Excel before 2007. Save it as .xlsx without a password.',
  'template.macros': '{{file}} holds macros, which Daybook does not pass on. Save it as .xlsx without them.',
  'template.tooLarge':
    '{{file}} is larger than {{most}} MB. Remove what a template does not need, such as large pictures.',
  'template.broken':
    '{{file}} is damaged: {{part}} cannot be read. Open it in Excel or LibreOffice and save it again.',
  'template.noNames':
    '{{file}} has no place that Daybook could fill: give cells names like daybook_total. The sample template shows all names.',
  'template.unknownName':
    'The template has a name {{name}}, which cannot be filled here. The closest is {{nearest}}. The sample template shows all names.',
  'template.unknownField':
    'The row {{name}} of the template has {{field}}, which is no field of it. The closest is {{nearest}}.',
  'template.nowhere':
    'The name {{name}} of the template refers to no cells of a sheet. Let it refer to them, or delete the name.',
  'template.noFields':
    'The first row of {{name}} in the template holds no field like {{field}}. Write fields in braces into its cells.',
  'template.sideBySide':
    '{{name}} and {{other}} stand in the same rows of the template. Put one below the other, or on a sheet of its own.',
  'template.tooMany':
    '{{name}} would have {{count}} lines; a template takes {{most}} at most, and as many as its sheet has room for. Choose a month, or narrow the list.',
  'everything.notEmpty': 'There are data here already. An archive is read into an empty Daybook only.',
  'everything.unknown': 'This is no archive of everything. Choose the zip file that Daybook has exported.',
  'everything.newer': 'This archive is of a newer Daybook ({{version}}). Update this one first.',
  'everything.broken':
    'This archive is damaged or incomplete: {{file}}, line {{line}}. Nothing was read. Export it again.',
  'import.cancelled': 'Cancelled; nothing was imported.',
  'import.busy': 'An import is being written. Wait until it has ended.',
  'import.team':
    'A team’s devices cannot import files yet. Import them into a Daybook of its own before it becomes a team.',
  'import.needs': 'Say first what the columns hold, how dates are written, and which time zone it is.',
  'importRow.noStart': 'It has no date.',
  'importRow.noEnd': 'It has no end, so it may still run.',
  'importRow.noLength': 'It has neither clock times nor a duration.',
  'importRow.longer': 'Its duration is longer than from start to end ({{minutes}} min).',
  'importRow.badTime': '“{{text}}” is no date and no time of day.',
  'importRow.badDuration': '“{{text}}” is no duration.',
  'importRow.tooOld': 'It is from before 1970.',
  'importRow.tooLong': 'The text “{{text}}…” has more than {{most}} characters.',
  'importRow.manyTags': 'It has more than 20 tags.',
  'importRow.cutOff': 'The file ends in the middle of this row.',
  'importRow.break': 'It is a break, and no time worked.',
  'importRow.twice': 'The clocks went back: {{text}} came twice that day. Say which one is meant.',
  'importRow.missing': 'The clocks went forward: {{text}} did not exist that day. Say what to do.',
  'importRow.ambiguous': '“{{name}}” is the name of several. Rename one of them first.',
  'importRow.mayNotAdd': '“{{name}}” is not here, and you may not add it. Ask an administrator.',
  'importRow.notYours': 'It is somebody else’s time. Ask a manager to import it.',
  'file.notWritable': 'The file cannot be written there. Close it where it is open, or choose another place.',
  'notFound.attention': 'This does not need attention any more.',
  'attention.counts': 'It counts already, though not as it was meant. Keep what holds now, or take it back.',
  'team.alone': 'Daybook works alone here; there is no team. Create one, or join one.',
  'team.already': 'This Daybook is in a team already. Leave it first.',
  'team.notEmpty':
    'There are data here already, and a team’s data would take their place. Join from an empty data folder.',
  'team.filling': 'The team’s data are still on their way to this device. Wait until they are here.',
  'team.badAddress': 'This is not the address of a server. It looks like https://daybook.example.com.',
  'team.insecure':
    'Without https everybody on the way could read along. Use an https address; plain http is only for a server on this computer.',
  'team.offline': 'The team’s server cannot be reached. Work goes on here and is sent as soon as it can be.',
  'team.noAnswer':
    'The team’s server does not answer, and this cannot be done without it. Check the address and your connection, then try again.',
  'team.certificate':
    'The certificate of the team’s server is not valid, so nothing was sent there. Ask who runs the server.',
  'team.nonsense':
    'What answered is not the team’s server, or it is out of order. Check the address, or ask who runs the server.',
  'team.busy': 'The team’s server cannot answer at the moment. It is tried again by itself.',
  'team.tooLarge': 'That is more than the team’s server takes at once.',
  'team.otherVersion': 'The team’s server and this Daybook are too far apart. Update the older one.',
  'team.refusedNewer':
    'The team’s server is newer and refused this for a reason that this version does not know. Update Daybook.',
  'team.copied':
    'Another copy of this data has gone on under this device’s name. It is given a name of its own.',
  'team.otherEpoch':
    'The team’s server was restored from a backup. What it has forgotten of this device is handed back.',
  'team.otherHistory':
    'The team’s server has another history than this device: it was restored from a backup, or changed. Nothing is sent or fetched until somebody has looked at it.',
  'team.foundAgain':
    'The copy that was on its way to the server is gone. Leave the team, and create it again on an empty server.',
  'team.founding': 'The data of this team are still on their way to the server. Try again later.',
  'team.founded': 'This team has its data already.',
  'team.closed': 'This server has its team already, and takes no other.',
  'team.signedOut': 'The team’s server does not know this device. Leave the team, and join it again.',
  'team.revoked':
    'This device was shut out of the team. What was not sent yet lies with an administrator; leave the team to go on alone.',
  'team.notMember': 'You are not in this team any more. Leave it to go on alone.',
  'team.memberAlready': 'This person is in the team already. Sign in with e-mail and password instead.',
  'team.wrongPassword': 'E-mail address or password is wrong.',
  'team.factorNeeded': 'The password is right. Now give the code of your second factor.',
  'team.factorWrong': 'The code is wrong, or was used already. Wait for the next one.',
  'team.factorMissing': 'This firm demands a second factor. Set one up now.',
  'team.factorThere': 'You have a second factor already.',
  'team.noFactor': 'There is no second factor.',
  'team.factorDemanded': 'Your firm demands a second factor, so it stays.',
  'team.noPasswordCode':
    'That code does not hold: it is not the one for this address, was used already, or is older than a day. Ask your administrator for a new one.',
  'team.inAnotherFirm':
    'They are in another firm on this server too, so nobody of this one can give them a new password. Who runs the server can help.',
  'team.factorFirst': 'Set up a second factor of your own first; then you can demand it of everybody.',
  'team.noGrant': 'This code is not known here, or its ten minutes are over. Begin anew on the device.',
  'team.deviceDenied': 'This device was not let in.',
  'team.passkeyWrong': 'This passkey does not sign you in here. Sign in another way.',
  'team.noPasskey': 'There is no such passkey any more.',
  'team.tooManyPasskeys': 'You have as many passkeys as there can be. Remove one first.',
  'team.signInAgain': 'For this you must have just signed in. Sign in again.',
  'team.oidcAway': '{{name}} cannot be reached at the moment. Try again, or sign in another way.',
  'team.oidcWrong': 'The sign-in was broken off, or took too long. Begin again.',
  'team.oidcUnknown':
    'You are signed in there, but not known here. Ask an administrator for an invitation to that e-mail address.',
  'team.oidcOnly':
    'Your firm signs in only by its own sign-in: choose it on the server’s page, and “Sign in with a browser” on a device.',
  'team.oidcFirst': 'Sign in by the firm’s own sign-in once yourself; then you can demand it of everybody.',
  'team.noInvitation':
    'This invitation is not valid: it is for another address, was used, or is too old. Ask for a new one.',
  'team.noDevice': 'There is no such device, or it is shut out already.',
  'team.wait': 'Too many tries. Wait a minute, then try again.',
  'team.noBrowsers':
    'The server does not know at which address browsers find it. Whoever runs it starts it with --address.',
  'team.conflict': 'Somebody else changed the same in the meantime. See what holds now, and choose.',
  'team.quarantined': 'The server put this aside; an administrator looks at it.',
  'team.oneUser': 'In a team each device is one person’s. Leave the team, or use another data folder.',
  'team.noSample': 'The sample firm is not for a team. Load it where Daybook works alone.',
  'channel.closed': 'Daybook is not running. Start it again; everything confirmed is saved.',
  'device.unavailable': 'This is not available on this computer.',
  'shortcut.taken': 'Another program uses this shortcut. Choose another.',
  'shortcut.invalid': 'This is not a shortcut that can be used. Combine Ctrl, Alt or Shift with a key.',
}
