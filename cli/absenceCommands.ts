// The options of `daybook absence` and `daybook balance`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { BookOptions } from './commands/balances.ts'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const absences = () => import('./commands/absences.ts')
const balances = () => import('./commands/balances.ts')

export function addAbsenceCommands(program: Command, want: Want): void {
  const absence = program.command('absence').description('vacation, sickness and other leave')
  absence
    .command('add')
    .description('enter an absence, or ask for one')
    .option('--user <NAME>', 'whose (default: your own)')
    .requiredOption('--kind <NAME>', 'like Vacation')
    .requiredOption('--from <DATE>', 'the first day')
    .option('--to <DATE>', 'the last day (default: the same)')
    .option('--half', 'half of each day')
    .option('--hours <H>', 'so many hours of each day: 2, 2.5, 1:30')
    .option('--note <TEXT>', 'a note')
    .action((options) => want(async (session) => (await absences()).addAbsence(session, options)))
  absence
    .command('list')
    .description('list absences, with requests that wait for a decision')
    .option('--user <NAME>', 'only of this user')
    .option('--from <DATE>', 'from this day on')
    .option('--to <DATE>', 'up to this day')
    .option('--requested', 'only requests that wait for a decision')
    .action((options) => want(async (session) => (await absences()).listAbsences(session, options)))
  for (const act of ['approve', 'reject'] as const)
    absence
      .command(act)
      .description(`${act} a request`)
      .argument('<ID>', 'as “daybook absence list” shows it')
      .option('--reason <TEXT>', 'why')
      .action((id: string, options) =>
        want(async (session) => (await absences()).decide(session, act, id, options)),
      )
  absence
    .command('withdraw')
    .description('withdraw an absence or a request')
    .argument('<ID>', 'as “daybook absence list” shows it')
    .action((id: string) => want(async (session) => (await absences()).withdraw(session, id)))
  absence
    .command('balance')
    .description('the vacation of a year, and what remains')
    .option('--user <NAME>', 'whose (default: your own)')
    .option('--year <YYYY>', 'of which year (default: this one)')
    .action((options) => want(async (session) => (await absences()).vacation(session, options)))
  absence
    .command('entitle')
    .description('set how many days of vacation a user has each year')
    .requiredOption('--user <NAME>', 'whose')
    .requiredOption('--days <N>', 'how many: 30, 27.5')
    .requiredOption('--from <DATE>', 'from which day on')
    .action((options) => want(async (session) => (await absences()).entitle(session, options)))
  absence
    .command('kinds')
    .description('list the kinds of absence; with --add, make one')
    .option('--add <NAME>', 'what the new one is called')
    .option('--effect <EFFECT>', 'relieved (no hours expected), worked (counts as worked), unpaid')
    .option('--vacation', 'it uses up the vacation days of the year')
    .option('--no-approval', 'it counts at once, without approval')
    .action((options) => want(async (session) => (await absences()).kinds(session, options)))

  const balance = program
    .command('balance')
    .description('the time account: worked minus expected, to a day')
    .option('--user <NAME>', 'whose (default: your own)')
    .option('--on <DATE>', 'up to and including this day (default: today)')
    .action((options) => want(async (session) => (await balances()).balance(session, options)))
  for (const kind of ['correct', 'payout'] as const)
    balance
      .command(kind)
      .description(kind === 'correct' ? 'add to an account, or take from it' : 'enter what is paid out')
      .option('--user <NAME>', 'whose account')
      .option('--hours <H>', 'of the time account: 2, 1:30; with a minus sign: fewer')
      .option('--days <N>', 'of the vacation: 2, 0.5; with a minus sign: fewer')
      .option('--date <DATE>', 'from which day on (default: today)')
      .requiredOption('--reason <TEXT>', 'why')
      .action((_options, self: Command) =>
        // Whose it is, is an option of the balance itself.
        want(async (session) => (await balances()).book(session, kind, self.optsWithGlobals<BookOptions>())),
      )
}
