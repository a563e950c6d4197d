// The options of `daybook meeting` and `daybook task`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'
import { addSubjectOptions } from './subjectOptions.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const meetings = () => import('./commands/meetings.ts')
const tasks = () => import('./commands/tasks.ts')
const several = (name: string, before: string[] = []): string[] => [...before, name]

export function addMeetingCommands(program: Command, want: Want): void {
  const meeting = program.command('meeting').description('meetings, once or repeated')
  addSubjectOptions(meeting.command('add').description('add a meeting'))
    .requiredOption('--title <TEXT>', 'what it is about')
    .requiredOption('--start <TIME>', 'when it begins')
    .requiredOption('--stop <TIME>', 'when it ends')
    .option('--user <NAME>', 'who takes part; may be given several times (default: you)', several)
    .option('--zone <ZONE>', 'whose clocks it goes by, like Europe/Berlin')
    .option('--place <TEXT>', 'where')
    .option('--note <TEXT>', 'the notes')
    .option('--all-day', 'whole days')
    .option('--repeat <RRULE>', 'like FREQ=WEEKLY;COUNT=10 or FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231')
    .option('--log', 'include it as a log item: its time is added to each person’s log once it is over')
    .action((options) => want(async (session) => (await meetings()).addMeeting(session, options)))
  meeting
    .command('list')
    .description('what takes place when (default: the 31 days from today)')
    .option('--from <YYYY-MM-DD>', 'the first day')
    .option('--to <YYYY-MM-DD>', 'the last day')
    .option('--customer <NAME>', 'only for this customer')
    .option('--user <NAME>', 'only with this user; may be given several times', several)
    .action((options) => want(async (session) => (await meetings()).listMeetings(session, options)))
  const part = (command: Command): Command =>
    command
      .argument('<ID>', 'the meeting, as “meeting list” shows it')
      .option('--at <TIME>', 'of a repeated one: this occurrence, by the start that its rule gives it')
      .option('--following', 'this occurrence and all after it')
      .option('--all', 'all occurrences')
      .option('--keep-log', 'leave its log items as they are')
  part(meeting.command('move').description('move it to another time; its log items go along'))
    .requiredOption('--start <TIME>', 'when it begins now')
    .option('--stop <TIME>', 'when it ends now (default: as long as before)')
    .action((id, options) => want(async (session) => (await meetings()).moveMeeting(session, id, options)))
  part(meeting.command('cancel').description('cancel it; its log items are removed')).action((id, options) =>
    want(async (session) => (await meetings()).cancelMeeting(session, id, options)),
  )
  meeting
    .command('record')
    .description('add an occurrence that is over and not in the log')
    .argument('<ID>', 'the meeting, as “meeting list” shows it')
    .option('--at <TIME>', 'of a repeated one: this occurrence, by the start that its rule gives it')
    .action((id, options) => want(async (session) => (await meetings()).recordMeeting(session, id, options)))
  addTasks(program, want)
}

function addTasks(program: Command, want: Want): void {
  const task = program.command('task').description('tasks')
  task
    .command('add')
    .description('add a task')
    .requiredOption('--title <TEXT>', 'what is to be done')
    .option('--customer <NAME>', 'for whom')
    .option('--user <NAME>', 'whose task it is (default: yours)')
    .option('--due <YYYY-MM-DD>', 'by which day')
    .option('--start <TIME>', 'when it is to be done')
    .option('--stop <TIME>', 'until when')
    .option('--type <TYPE>', 'Call, Task, Mail or Visit (default: Task)')
    .option('--note <TEXT>', 'the notes')
    .action((options) => want(async (session) => (await tasks()).addTask(session, options)))
  for (const [name, does] of [
    ['done', 'mark a task as done'],
    ['reopen', 'mark a task as open again'],
    ['remove', 'delete a task'],
  ] as const)
    task
      .command(name)
      .description(does)
      .argument('<TASK>', 'its id, or its title where no other open task has it')
      .action((called: string) => want(async (session) => (await tasks()).markTask(session, name, called)))
  task
    .command('list')
    .description('list the open tasks')
    .option('--all', 'those that are done too')
    .option('--customer <NAME>', 'only for this customer')
    .option('--user <NAME>', 'only of this user; may be given several times', several)
    .action((options) => want(async (session) => (await tasks()).listTasks(session, options)))
}
