// The options of `daybook journal`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/journal.ts')
const several = (name: string, before: string[] = []): string[] => [...before, name]

function atMost(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 500)
    throw new InvalidArgumentError('Between 1 and 500.')
  return Number(text)
}

export function addJournalCommands(program: Command, want: Want): void {
  const journal = program
    .command('journal')
    .description('what happened with a customer, the newest first; “journal note” adds a note')
  journal
    .command('list', { isDefault: true })
    .description('list what happened (what “journal” alone does)')
    .requiredOption('--customer <NAME>', 'whose journal')
    .option('--keyword <KEYWORD>', 'Call Scheduled, Time Log, Meeting, Task or Note')
    .option('--tag <NAME>', 'only what has this tag')
    .option('--user <NAME>', 'only of this user')
    .option('--search <TEXT>', 'only what has these words')
    .option('--from <DATE>', 'from this day on')
    .option('--to <DATE>', 'through this day')
    .option('--limit <N>', 'at most so many lines (default: 100)', atMost)
    .action((options) => want(async (session) => (await running()).journal(session, options)))
  journal
    .command('note')
    .description('write a note into a customer’s journal')
    .requiredOption('--customer <NAME>', 'whose journal')
    .requiredOption('--text <TEXT>', 'the note')
    .option('--tag <NAME>', 'a tag; may be given several times', several)
    .option('--at <TIME>', 'when it was (default: now)')
    .action((options) => want(async (session) => (await running()).journalNote(session, options)))
}
