// The options of `daybook opportunity`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/opportunities.ts')

export function addOpportunityCommands(program: Command, want: Want): void {
  const opportunity = program.command('opportunity').description('what customers may buy')
  opportunity
    .command('list')
    .description('list the opportunities, active ones first')
    .option('--customer <NAME>', 'only of this customer')
    .option('--active', 'only active ones')
    .action((options) => want(async (session) => (await running()).opportunities(session, options)))
  opportunity
    .command('add')
    .description('add an opportunity')
    .requiredOption('--customer <NAME>', 'whose')
    .requiredOption('--name <TEXT>', 'what it is called')
    .option('--stage <TEXT>', 'how far it has come')
    .option('--value <AMOUNT>', 'what it may be worth, like 9500')
    .option('--expected <DATE>', 'when it will be decided')
    .action((options) => want(async (session) => (await running()).addOpportunity(session, options)))
  opportunity
    .command('close')
    .description('close it as won; --lost: as lost, --reopen: make it active again')
    .argument('<NAME>', 'what it is called')
    .option('--customer <NAME>', 'whose, where several are called so')
    .option('--lost', 'nothing came of it')
    .option('--reopen', 'it is open again')
    .action((name: string, options) =>
      want(async (session) => (await running()).closeOpportunity(session, name, options)),
    )
}
