// The options of `daybook period`, `user` and `contract`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import { KNOWN_LAWS } from '../shared/entities/breakRule.ts'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

export function addFirmCommands(program: Command, want: Want): void {
  addPeriod(program, want)
  addUser(program, want)
  addContract(program, want)
}

function addPeriod(program: Command, want: Want): void {
  const running = () => import('./commands/period.ts')
  const period = program.command('period').description('the days that are closed: their figures stay')
  const through = ['--through <DATE>', 'the last day that is closed'] as const
  period
    .command('check')
    .description('list what is odd in the days that would be closed')
    .requiredOption(...through)
    .action((options) => want(async (session) => (await running()).checkPeriod(session, options)))
  period
    .command('close')
    .description('close all days through one')
    .requiredOption(...through)
    .option('--over-timers', 'though timers began in them: what these count there waits as exceptions')
    .action((options) => want(async (session) => (await running()).closePeriod(session, options)))
  period
    .command('open')
    .description('open closed days again')
    .requiredOption('--reason <TEXT>', 'why; it stands in the history')
    .option('--through <DATE>', 'the days through this one stay closed (default: none)')
    .action((options) => want(async (session) => (await running()).openPeriod(session, options)))
  period
    .command('breaks')
    .description('which breaks a law demands: days that lack one are warned of, and no time changes')
    .option('--law <COUNTRY>', `${KNOWN_LAWS.join(', ')}; none for no warnings`)
    .option(
      '--steps <LIST>',
      'own values: 6:00=0:30,9:00=0:45 (worked for longer = breaks together); or none',
    )
    .option('--piece <TIME>', 'own values: the shortest break that counts, like 0:15')
    .option('--longest <TIME>', 'own values: the most work without a break, like 6:00; or none')
    .action((options) =>
      want(async (session) => (await import('./commands/breaks.ts')).breaks(session, options)),
    )
  const exceptions = period
    .command('exceptions')
    .description('list time of timers that falls into closed days')
    .action(() => want(async (session) => (await running()).exceptions(session)))
  exceptions
    .command('book')
    .description('book one on a day of the open period')
    .argument('<ID>', 'as “daybook period exceptions” shows it')
    .requiredOption('--date <DATE>', 'on which day')
    .action((id: string, options) =>
      want(async (session) => (await running()).bookException(session, id, options)),
    )
  exceptions
    .command('drop')
    .description('drop one')
    .argument('<ID>', 'as “daybook period exceptions” shows it')
    .option('--reason <TEXT>', 'why; it stands in the history')
    .action((id: string, options) =>
      want(async (session) => (await running()).dropException(session, id, options)),
    )
}

function addUser(program: Command, want: Want): void {
  program
    .command('user')
    .description('a user of the organisation')
    .command('edit')
    .description('change from when until when somebody is with the organisation')
    .requiredOption('--user <NAME>', 'who')
    .option('--start-day <DATE>', 'the first day on which time is expected; none takes it away')
    .option('--last-day <DATE>', 'the last day on which time is expected; none takes it away')
    .action((options) =>
      want(async (session) => (await import('./commands/contracts.ts')).editUser(session, options)),
    )
}

function addContract(program: Command, want: Want): void {
  const running = () => import('./commands/contracts.ts')
  const contract = program
    .command('contract')
    .description('what a user is expected to work and is paid, from which day on')
  contract
    .command('list')
    .description('list the versions of the contracts')
    .option('--user <NAME>', 'of this user only')
    .action((options) => want(async (session) => (await running()).contracts(session, options)))
  contract
    .command('set')
    .description('set a version; what is not named stays as it was before')
    .requiredOption('--user <NAME>', 'whose')
    .requiredOption('--from <DATE>', 'the day from which it holds, or today')
    .option('--hours <LIST>', 'expected hours of Monday to Sunday, like 8,8,8,8,8,0,0')
    .option('--hourly <AMOUNT>', 'paid for an hour')
    .option('--monthly <AMOUNT>', 'paid for a month')
    .option('--extra-hour <AMOUNT>', 'paid for an extra hour')
    .option('--extra-by <SPAN>', 'over what extra hours are counted: day, week, month or version')
    .option(
      '--extra-steps <LIST>',
      'extra hours in steps: 2:00=125,150 (percent of the hourly wage); or none',
    )
    .option('--supplements <LIST>', 'night=22:00-06:00@25,sunday@50,holiday@125 (percent); or none')
    .option('--bonus <AMOUNT>', 'added to each month’s salary')
    .action((options) => want(async (session) => (await running()).setContract(session, options)))
}
