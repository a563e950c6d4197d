// The options of `daybook package`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/packages.ts')

export function addPackageCommands(program: Command, want: Want): void {
  const command = program.command('package').description('hours that customers bought in advance')
  const customer = ['--customer <NAME>', 'whose hours'] as const
  const which = ['--package <ID>', 'which package, where there are several'] as const
  command
    .command('buy')
    .description('add hours that a customer bought')
    .requiredOption(...customer)
    .requiredOption('--hours <H>', 'how many: 10, 2.5, 1:30')
    .option('--price <M>', 'what was paid for them')
    .option('--date <YYYY-MM-DD>', 'from when on they are there (default: today)')
    .option('--expires <YYYY-MM-DD>', 'the last day on which they are used')
    .option('--reason <TEXT>', 'what is noted with them')
    .action((options) => want(async (session) => (await running()).buy(session, options)))
  command
    .command('list')
    .description('the packages of a customer, the ledger, and what is left')
    .requiredOption(...customer)
    .action((options) => want(async (session) => (await running()).list(session, options)))
  command
    .command('correct')
    .description('give more hours to a package, or take some away')
    .requiredOption(...customer)
    .requiredOption('--hours <H>', 'how many more; with a minus sign, how many fewer')
    .requiredOption('--reason <TEXT>', 'why')
    .option('--date <YYYY-MM-DD>', 'from when on (default: today)')
    .option(...which)
    .action((options) => want(async (session) => (await running()).correct(session, options)))
  command
    .command('roll')
    .description('let what a package has left go on as a package of its own')
    .requiredOption(...customer)
    .option('--expires <YYYY-MM-DD>', 'the last day on which it is used then')
    .option('--date <YYYY-MM-DD>', 'from when on (default: today)')
    .option('--reason <TEXT>', 'why')
    .option(...which)
    .action((options) => want(async (session) => (await running()).roll(session, options)))
}
