// The options of `daybook case`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/cases.ts')

const NUMBER = ['<NO>', 'its number, like 12 or CASE-12, or its subject'] as const

/** What a case has, for a new one and for a change. */
const addFields = (command: Command): Command =>
  command
    .option('--project <CODE|NAME>', 'one of the customer’s projects; "none" unties it')
    .option('--priority <PRIORITY>', 'low, normal, high or urgent')
    .option('--assignee <NAME>', 'who sees to it; "none": nobody')
    .option('--status <STATUS>', 'open, waiting or closed')
    .option('--notes <TEXT>', 'the notes')
    .option('--reference <TEXT>', 'its number in another system')

export function addCaseCommands(program: Command, want: Want): void {
  const cases = program.command('case').description('the cases of the customers, and their time')
  addFields(cases.command('add').description('add a case'))
    .requiredOption('--customer <NAME>', 'whose case')
    .requiredOption('--subject <TEXT>', 'what it is about')
    .action((options) => want(async (session) => (await running()).addCase(session, options)))
  addFields(
    cases
      .command('edit')
      .description('change what is named of a case')
      .argument(...NUMBER),
  )
    .option('--customer <NAME>', 'another customer')
    .option('--subject <TEXT>', 'what it is about')
    .action((number: string, options) =>
      want(async (session) => (await running()).editCase(session, number, options)),
    )
  cases
    .command('list')
    .description('list the cases, the newest first')
    .option('--open', 'only those that are not closed')
    .option('--customer <NAME>', 'only of this customer')
    .option('--assignee <NAME>', 'only of this user')
    .option('--priority <PRIORITY>', 'only of this priority')
    .option('--search <TEXT>', 'only those that match')
    .action((options) => want(async (session) => (await running()).listCases(session, options)))
  cases
    .command('show')
    .description('a case with its time')
    .argument(...NUMBER)
    .option('--limit <N>', 'how many sessions are listed (default: 100)')
    .action((number: string, options) =>
      want(async (session) => (await running()).showCase(session, number, options)),
    )
  for (const [name, does] of [
    ['close', 'close a case: it takes no new time'],
    ['reopen', 'open a closed case again'],
    ['remove', 'delete a case; where time is recorded, the past keeps its name'],
  ] as const)
    cases
      .command(name)
      .description(does)
      .argument(...NUMBER)
      .action((number: string) => want(async (session) => (await running())[name](session, number)))
}
