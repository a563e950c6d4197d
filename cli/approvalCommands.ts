// The options of `daybook submit`, `withdraw`, `approve`, `reject`, `takeback` and `approvals`. Apart from their running, as every
// command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/approvals.ts')

const withDays = (command: Command): Command =>
  command
    .option('--user <NAME>', 'whose days (default: your own)')
    .option('--week <DATE>', 'the week with this day in it')
    .option('--month <YYYY-MM>', 'a whole month')
    .option('--day <DATE>', 'one day')

export function addApprovalCommands(program: Command, want: Want): void {
  withDays(program.command('submit').description('submit days for approval')).action((options) =>
    want(async (session) => (await running()).submit(session, options)),
  )
  withDays(program.command('withdraw').description('withdraw days that were submitted')).action((options) =>
    want(async (session) => (await running()).withdraw(session, options)),
  )
  const decisions = [
    ['approve', 'approve', 'approve days that were submitted'],
    ['reject', 'reject', 'reject days that were submitted'],
    ['takeback', 'takeBack', 'take an approval back, so that the time can change'],
  ] as const
  for (const [name, act, description] of decisions)
    withDays(program.command(name).description(description))
      .option('--reason <TEXT>', 'why')
      .action((options) => want(async (session) => (await running()).decide(session, act, options)))
  withDays(
    program
      .command('approvals')
      .description('list what waits for approval, or what became of one user’s days'),
  ).action((options) => want(async (session) => (await running()).list(session, options)))
}
