// The options of `daybook import`. Apart from its running, as every command line loads them.
import { Option } from 'commander'
import type { Command } from 'commander'
import { DATE_ORDERS, IMPORT_SOURCES } from '../shared/contract/timeImport.ts'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const several = (text: string, before: string[] = []): string[] => [...before, text]

export function addImportCommands(program: Command, want: Want): void {
  program
    .command('import')
    .description(
      'bring in time from another tool, as one change that can be undone; what is here already stays',
    )
    .argument('<FILE...>', 'CSV, Excel, JSON, XML or zip files, or folders of them')
    .addOption(
      new Option('--from <TOOL>', 'where it comes from (default: told by its columns)').choices([
        ...IMPORT_SOURCES,
      ]),
    )
    .option(
      '--map <FILE.json>',
      'what the columns hold, like {"columns": {"startDate": "Day", "duration": "Hours"}} (default: as the last time)',
    )
    .option('--zone <ZONE>', 'of the clock times in the file, like Europe/Berlin')
    .addOption(new Option('--date-order <ORDER>', 'how its dates are written').choices([...DATE_ORDERS]))
    .addOption(
      new Option('--twice <WHICH>', 'of a time that came twice as clocks went back').choices([
        'first',
        'second',
      ]),
    )
    .addOption(
      new Option(
        '--missing <WHAT>',
        'with a time that clocks went forward over: take the next there was',
      ).choices(['next', 'refuse']),
    )
    .option(
      '--person <NAME=USER>',
      'whose time it is, by the name in the file, or NAME=new; may be given several times',
      several,
    )
    .option('--customer <NAME>', 'for rows that name none, where one is required (default: Imported)')
    .option('--category <NAME>', 'for rows that name none, where one is required (default: Imported)')
    .option('--dry-run', 'only say what would become of each row')
    .action((files: string[], options) =>
      want(async (session) => (await import('./commands/import.ts')).importTime(session, files, options)),
    )
  program
    .command('export-all')
    .description(
      'write everything to one archive of JSON and CSV files, from which an empty Daybook reads it back',
    )
    .requiredOption('--out <FILE.zip>', 'where to, a name that ends in .zip')
    .action((options: { out: string }) =>
      want(async (session) => (await import('./commands/everything.ts')).exportAll(session, options)),
    )
  program
    .command('import-all')
    .description('read such an archive into an empty data folder')
    .argument('<FILE.zip>', 'what export-all has written')
    .action((file: string) =>
      want(async (session) => (await import('./commands/everything.ts')).importAll(session, file)),
    )
}
