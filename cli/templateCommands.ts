// The options of `daybook fill` and `daybook template`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const template = () => import('./commands/template.ts')

export function addTemplateCommands(program: Command, want: Want): void {
  program
    .command('fill')
    .description(
      'fill a workbook of your own, whose cells have names like daybook_total, with a month, a customer or an invoice',
    )
    .argument('<TEMPLATE.xlsx>', 'the workbook; it stays as it is')
    .option('--month <YYYY-MM>', 'the month: payroll of everybody, or of one user or customer')
    .option('--user <NAME>', 'this user’s month')
    .option('--customer <NAME>', 'this customer’s time, of the month or all of it')
    .option('--invoice <NUMBER>', 'this invoice, by its number or a draft’s id')
    .requiredOption('--out <FILE.xlsx>', 'where to write the filled workbook')
    .action((file: string, options) =>
      want(async (session) => (await template()).fillTemplate(session, file, options)),
    )
  program
    .command('template')
    .description('write a workbook to begin a template with, which has all names')
    .argument('<KIND>', 'what it is to be filled with: month, user, customer or invoice')
    .requiredOption('--out <FILE.xlsx>', 'where to write it')
    .action((kind: string, options) =>
      want(async (session) => (await template()).sampleTemplate(session, kind, options)),
    )
}
