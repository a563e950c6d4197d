// The options of `daybook calendar`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/calendar.ts')
const several = (name: string, before: string[] = []): string[] => [...before, name]

export function addCalendarCommands(program: Command, want: Want): void {
  const calendar = program.command('calendar').description('the calendar as a file (iCalendar)')
  calendar
    .command('export')
    .description('write meetings, tasks and recorded time; a series that touches the range is written whole')
    .requiredOption('--from <YYYY-MM-DD>', 'the first day')
    .requiredOption('--to <YYYY-MM-DD>', 'the last day')
    .requiredOption('--out <FILE>', 'where to, a name that ends in .ics')
    .option('--user <NAME>', 'whose calendar (default: yours)')
    .action((options) => want(async (session) => (await running()).exportCalendar(session, options)))
  calendar
    .command('import')
    .description('bring in meetings and tasks, as one change that can be undone; what is here already stays')
    .argument('<FILE>', 'a file that ends in .ics')
    .option('--dry-run', 'only say what would become of each')
    .option('--zone <NAME=ZONE>', 'what a zone of the file is; may be given several times', several)
    .action((file: string, options) =>
      want(async (session) => (await running()).importCalendar(session, file, options)),
    )
}
