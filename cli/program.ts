// The commands and options of `daybook`, and the way from a command line to an exit code: 0 done, 1 refused, 2 wrong usage, 3 verified
// in part.
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { programFolder, programVersion } from '../core/node/programFolder.ts'
import type { Ports } from '../core/ports.ts'
import { addFirmCommands } from './firmCommands.ts'
import { addInvoiceCommands } from './invoiceCommands.ts'
import { addJournalCommands } from './journalCommands.ts'
import { addAbsenceCommands } from './absenceCommands.ts'
import { addApprovalCommands } from './approvalCommands.ts'
import { addCalendarCommands } from './calendarCommands.ts'
import { addCaseCommands } from './caseCommands.ts'
import { addImportCommands } from './importCommands.ts'
import { addMeetingCommands } from './meetingCommands.ts'
import { addOfficeCommands } from './officeCommands.ts'
import { addReportCommands } from './reportCommands.ts'
import { addPackageCommands } from './packageCommands.ts'
import { addOpportunityCommands } from './opportunityCommands.ts'
import { addTeamCommands } from './teamCommands.ts'
import { addTemplateCommands } from './templateCommands.ts'
import { createOutput } from './output.ts'
import type { Outcome } from './output.ts'
import { UsageError } from './refusal.ts'
import { openPorts, openSession } from './session.ts'
import type { Session } from './session.ts'
import { addFilterOptions } from './filterOptions.ts'
import { addSubjectOptions, several } from './subjectOptions.ts'

type Run = (session: Session) => Promise<Outcome>
/** Works on the data folder as it is, also where its database cannot be opened. */
type RunClosed = (ports: Ports) => Promise<Outcome>

/** Runs one command line (without node and the script) and returns the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  // Known before the arguments are understood, for a mistake in them is a JSON document too.
  const output = createOutput(args.includes('--json'))
  let wanted: Run | null = null
  let closed: RunClosed | null = null
  const program = build(
    (run) => (wanted = run),
    (run) => (closed = run),
  )
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    return usage(error, args)
  }
  const { data } = program.opts<{ data?: string }>()
  if (closed !== null) return executeClosed(closed, data, output)
  return wanted === null ? 0 : execute(wanted, data, output)
}

async function executeClosed(
  run: RunClosed,
  data: string | undefined,
  output: ReturnType<typeof createOutput>,
): Promise<number> {
  try {
    output.outcome(await run(openPorts(data)), 'UTC')
    return 0
  } catch (error) {
    return output.failure(error, 'UTC')
  }
}

async function execute(
  run: Run,
  data: string | undefined,
  output: ReturnType<typeof createOutput>,
): Promise<number> {
  let session: Session | null = null
  let zone = 'UTC'
  try {
    session = await openSession(data)
    const outcome = await run(session)
    zone = await session.zone()
    output.outcome(outcome, zone)
    return outcome.exit ?? 0
  } catch (error) {
    zone = session === null ? zone : await session.zone().catch(() => 'UTC')
    return output.failure(error, zone)
  } finally {
    await session?.app.close()
  }
}

function usage(error: unknown, args: readonly string[]): number {
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode === 0) return 0
  const message = error.message.replace(/^error: /, '')
  // Without a command the help has been printed already, which is the answer.
  const said = error.code === 'commander.help' ? 'Say what to do: a COMMAND.' : message
  return createOutput(args.includes('--json')).failure(new UsageError(said), 'UTC')
}

function build(want: (run: Run) => void, wantClosed: (run: RunClosed) => void): Command {
  const program = new Command('daybook')
    .description('Daybook on the command line: the same data as the window, also while that is open.')
    .option('--data <DIR>', 'the data folder (else DAYBOOK_DATA, else the usual place of this system)')
    .option('--json', 'print one JSON document: instants as ISO 8601, durations in seconds')
    .version(programVersion(programFolder()))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true)
    .helpCommand('help [COMMAND]', 'show how a command is used')
  program.addHelpText(
    'after',
    '\nTimes are 9:30, 9.5 or 24:00 today, or ISO 8601, in the organisation’s zone. Exit: 0 done, 1 refused, 2 wrong usage, 3 verified in part.',
  )
  addTimerCommands(program, want)
  addDiaryCommands(program, want)
  addRateCommands(program, want)
  addOfficeCommands(program, want)
  addFirmCommands(program, want)
  addPackageCommands(program, want)
  addAbsenceCommands(program, want)
  addApprovalCommands(program, want)
  addReportCommands(program, want)
  addModuleCommands(program, want)
  addOpportunityCommands(program, want)
  addInvoiceCommands(program, want)
  addJournalCommands(program, want)
  addCaseCommands(program, want)
  addMeetingCommands(program, want)
  addCalendarCommands(program, want)
  addTeamCommands(program, want)
  addImportCommands(program, want)
  addDataCommands(program, want)
  program
    .command('restore')
    .description('put the newest sound backup in place of a database that is damaged, emptied or gone')
    .action(() => wantClosed(async (ports) => (await import('./restore.ts')).restore(ports)))
  return program
}

function addModuleCommands(program: Command, want: (run: Run) => void): void {
  const module = program.command('module').description('what the organisation works with: switched on or off')
  module
    .command('list')
    .description('list the modules')
    .option('--user <NAME>', 'as this user has them')
    .action((options) =>
      want(async (session) => (await import('./commands/modules.ts')).modules(session, options)),
    )
  for (const state of ['on', 'off'] as const)
    module
      .command(state)
      .description(`switch a module ${state}`)
      .argument('<NAME>', 'like cases')
      .option('--user <NAME>', 'for this user only')
      .action((name: string, options) =>
        want(async (session) =>
          (await import('./commands/modules.ts')).switchModule(session, name, state === 'on', options),
        ),
      )
}

function addTimerCommands(program: Command, want: (run: Run) => void): void {
  const at = '--at <TIME>'
  addSubjectOptions(program.command('start').description('start a session'))
    .option('--note <TEXT>', 'the notes')
    .option(at, 'when it began')
    .option('--switch', 'stop and record a session that runs')
    .option('--create', 'make what does not exist, and set up an empty data folder')
    .action((options) =>
      want(async (session) => (await import('./commands/start.ts')).start(session, options)),
    )
  for (const name of ['pause', 'resume'] as const) {
    program
      .command(name)
      .description(name === 'pause' ? 'pause the running session' : 'let the paused session go on')
      .option('--timer <ID>', 'which one, where there are several')
      .option(at, 'when')
      .action((options) =>
        want(async (session) => (await import('./commands/pause.ts'))[name](session, options)),
      )
  }
  program
    .command('status')
    .description('what runs, for how long, and today’s total')
    .action(() => want(async (session) => (await import('./commands/status.ts')).status(session)))
  program
    .command('working')
    .description('who works now, on what, since when')
    .action(() => want(async (session) => (await import('./commands/working.ts')).working(session)))
  addSubjectOptions(program.command('stop').description('stop the session and record it'), 'further')
    .option('--note <TEXT>', 'the notes, instead of those typed so far')
    .option(at, 'when it ended')
    .option('--timer <ID>', 'which one, where there are several')
    .action((options) => want(async (session) => (await import('./commands/stop.ts')).stop(session, options)))
  program
    .command('discard')
    .description('throw the session away; its notes become a draft')
    .option('--timer <ID>', 'which one, where there are several')
    .action((options) =>
      want(async (session) => (await import('./commands/stop.ts')).discard(session, options)),
    )
  addSubjectOptions(program.command('log').description('record a session, or an amount of time, by hand'))
    .option('--start <TIME>', 'when it began')
    .option('--stop <TIME>', 'when it ended')
    .option('--amount <TIME>', 'how long, without clock times: 1:30, 90min')
    .option('--date <YYYY-MM-DD>', 'the day of an amount (default: today)')
    .option('--label <TEXT>', 'what it is called in the log: its note')
    .option('--user <NAME>', 'whose time (default: yours); may be given several times', several)
    .option('--note <TEXT>', 'the notes')
    .option('--create', 'make what does not exist, and set up an empty data folder')
    .action((options) => want(async (session) => (await import('./commands/log.ts')).log(session, options)))
}

function addDiaryCommands(program: Command, want: (run: Run) => void): void {
  program
    .command('customers')
    .description('list the customers')
    .option('--search <TEXT>', 'only those that match')
    .action((options) =>
      want(async (session) => (await import('./commands/lists.ts')).customers(session, options)),
    )
  program
    .command('projects')
    .description('list the projects')
    .option('--customer <NAME>', 'only those of this customer')
    .action((options) =>
      want(async (session) => (await import('./commands/lists.ts')).projects(session, options)),
    )
  for (const name of ['categories', 'users'] as const) {
    program
      .command(name)
      .description(`list the ${name}`)
      .action(() => want(async (session) => (await import('./commands/lists.ts'))[name](session)))
  }
  program
    .command('tags')
    .description('list the tags')
    .action(() => want(async (session) => (await import('./commands/tags.ts')).tags(session)))
  const tag = program.command('tag').description('list, add or delete tags')
  tag
    .command('list')
    .description('list the tags')
    .action(() => want(async (session) => (await import('./commands/tags.ts')).tags(session)))
  tag
    .command('add')
    .description('add a tag')
    .argument('<NAME>', 'what it is called')
    .action((name: string) =>
      want(async (session) => (await import('./commands/tags.ts')).addTag(session, name)),
    )
  tag
    .command('remove')
    .description('delete a tag; time that has it keeps it')
    .argument('<NAME>', 'what it is called')
    .action((name: string) =>
      want(async (session) => (await import('./commands/tags.ts')).removeTag(session, name)),
    )
  program
    .command('diary')
    .description('the work diary of a month, of a user’s month, or of a day')
    .option('--month <YYYY-MM>', 'the month (default: this one)')
    .option('--user <NAME>', 'only this user, day by day')
    .option('--day <YYYY-MM-DD>', 'the sessions of this day (default: yours)')
    .action((options) =>
      want(async (session) => (await import('./commands/diary.ts')).diary(session, options)),
    )
  addFilterOptions(program.command('entries'))
    .description('list a customer’s time, with its total and amount')
    .requiredOption('--customer <NAME>', 'whose time')
    .option('--search <TEXT>', 'only where the note has these words')
    .option('--limit <N>', 'how many are listed (default: 100); the total is of all', wholeNumber)
    .action((options) =>
      want(async (session) => (await import('./commands/entries.ts')).entries(session, options)),
    )
  addFilterOptions(program.command('search'))
    .description('find sessions by the words of their notes, the newest first')
    .argument('<WORDS...>', 'matches all words; the last may be incomplete')
    .option('--customer <NAME>', 'only this customer')
    .option('--limit <N>', 'how many (default: 50)', wholeNumber)
    .action((words: string[], options) =>
      want(async (session) => (await import('./commands/search.ts')).search(session, words, options)),
    )
  program
    .command('export')
    .description('write an Excel workbook: payroll of a month, or a user’s or customer’s month')
    .option('--month <YYYY-MM>', 'the month (a customer’s report may do without)')
    .option('--user <NAME>', 'this user’s month')
    .option('--customer <NAME>', 'this customer’s report')
    .option('--day <YYYY-MM-DD>', 'only this day of a user')
    .requiredOption('--out <FILE.xlsx>', 'where to write it')
    .action((options) =>
      want(async (session) => (await import('./commands/export.ts')).exportWorkbook(session, options)),
    )
  addTemplateCommands(program, want)
}

function addRateCommands(program: Command, want: (run: Run) => void): void {
  program
    .command('rates')
    .description('list the billing rates')
    .action(() => want(async (session) => (await import('./commands/rates.ts')).rates(session)))
  program
    .command('rate')
    .description('set a billing rate from a day on')
    .requiredOption('--level <LEVEL>', 'organisation, user, customer or project')
    .option('--name <NAME>', 'which user, customer or project (its code or name)')
    .requiredOption('--from <YYYY-MM-DD>', 'its first day, or today')
    .requiredOption('--amount <AMOUNT>', 'an hour, like 95.50')
    .action((options) =>
      want(async (session) => (await import('./commands/rates.ts')).setRate(session, options)),
    )
}

function addDataCommands(program: Command, want: (run: Run) => void): void {
  program
    .command('setup')
    .description('set up an empty data folder')
    .requiredOption('--name <NAME>', 'your name')
    .requiredOption('--organisation <NAME>', 'the organisation')
    .option('--zone <ZONE>', 'its time zone, like Europe/Berlin (default: this computer’s)')
    .option('--currency <CODE>', 'its currency, like EUR (default: by this computer’s region)')
    .option('--customer <NAME>', 'the first customer')
    .action((options) =>
      want(async (session) => (await import('./commands/setup.ts')).setup(session, options)),
    )
  program
    .command('pin')
    .description(
      'set or change the PIN of a profile, typed unseen or from DAYBOOK_NEW_PIN (the one so far: DAYBOOK_PIN)',
    )
    .option('--user <NAME>', 'whose (default: yours)')
    .option('--remove', 'take it away')
    .action((options) => want(async (session) => (await import('./commands/pin.ts')).pin(session, options)))
  program
    .command('sample')
    .description('load a sample firm into an empty data folder')
    .option('--seed <N>', 'another firm for another number', wholeNumber)
    .option('--entries <N>', 'about how many time entries', wholeNumber)
    .action((options) =>
      want(async (session) => (await import('./commands/data.ts')).sample(session, options)),
    )
  program
    .command('backup')
    .description('make a verified backup now')
    .action(() => want(async (session) => (await import('./commands/data.ts')).backup(session)))
  program
    .command('verify')
    .description('is everything as it was recorded? the file, every total, and the whole audit trail')
    .option('--holds <HASH>', 'the last hash of an earlier verify, which must still be in the trail')
    .action((options) =>
      want(async (session) => (await import('./commands/verify.ts')).verify(session, options)),
    )
  program
    .command('undo')
    .description(
      'take a change back, by default the last of your own: within 30 days, in an open period, as long as it is as it was left',
    )
    .argument('[ID]', 'which one, as --list names it; that of an undo does the change again')
    .option('--list', 'only list your last changes that are not undone')
    .option('--dry-run', 'only say what would be undone, or why it would not')
    .action((id: string | undefined, { list, ...options }: { list?: boolean; dryRun?: boolean }) =>
      want(async (session) => {
        const { listUndoable, undo } = await import('./commands/undo.ts')
        return list === true ? listUndoable(session) : undo(session, id, options)
      }),
    )
  program
    .command('call')
    .description('any command or query of the contract, by its name')
    .argument('<NAME>', 'like timer.state or customer.add')
    .argument('[JSON]', 'its arguments', '{}')
    .action((name: string, json: string) =>
      want(async (session) => (await import('./commands/data.ts')).call(session, name, json)),
    )
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Not a whole number.')
  return Number(text)
}
