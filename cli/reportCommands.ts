// The options of `daybook report`, `budgets` and `missing`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import { Option } from 'commander'
import { addFilterOptions } from './filterOptions.ts'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/reports.ts')

const out = ['--out <FILE>', 'write it there too: a name that ends in .xlsx, .csv or .pdf'] as const

export function addReportCommands(program: Command, want: Want): void {
  const report = addFilterOptions(
    program
      .command('report')
      .description('hours, amount, cost and margin by whom, for whom and when')
      .option('--by <GROUPS>', 'up to three, like customer,user,month')
      .addOption(
        new Option('--range <RANGE>', 'days that move with today')
          .choices(['this-month', 'last-month', 'this-year', 'last-year'])
          .conflicts(['from', 'to']),
      )
      .option('--customer <NAME>', 'only this customer')
      .option('--search <TEXT>', 'only where the note has these words'),
  )
  report
    .option('--save <NAME>', 'keep it under a name')
    .option('--for-all', 'with --save: everybody finds it')
    .option(...out)
    .action((options) => want(async (session) => (await running()).report(session, options)))
  report
    .command('list')
    .description('list the saved reports')
    .action(() => want(async (session) => (await running()).savedReports(session)))
  report
    .command('run')
    .description('run a saved report')
    .argument('<NAME>', 'what it is called')
    .option(...out)
    .action((name: string, options, command: Command) =>
      want(async (session) =>
        (await running()).runSaved(session, name, { ...options, ...command.optsWithGlobals() }),
      ),
    )
  report
    .command('rename')
    .description('give a saved report another name')
    .argument('<NAME>', 'what it is called')
    .argument('<NEW>', 'what it is called from now on')
    .action((name: string, to: string) =>
      want(async (session) => (await running()).renameSaved(session, name, to)),
    )
  report
    .command('remove')
    .description('delete a saved report')
    .argument('<NAME>', 'what it is called')
    .action((name: string) => want(async (session) => (await running()).removeSaved(session, name)))
  program
    .command('budgets')
    .description('budgets of projects and bought hours: what is used, left, and until when it lasts')
    .action(() => want(async (session) => (await running()).budgets(session)))
  program
    .command('missing')
    .description('who is missing time of this week')
    .option('--week <YYYY-MM-DD>', 'of the week of this day')
    .action((options) => want(async (session) => (await running()).missing(session, options)))
}
