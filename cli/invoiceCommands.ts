// The options of `daybook invoice`, `billing` and `tax`. Apart from their running, as every command line loads them.
import type { Command } from 'commander'
import { Option } from 'commander'
import type { InvoiceFormat } from '../shared/contract/organisation.ts'
import type { Outcome } from './output.ts'
import type { Session } from './session.ts'

type Want = (run: (session: Session) => Promise<Outcome>) => void

const running = () => import('./commands/invoices.ts')
const settings = () => import('./commands/billingSettings.ts')

const NUMBER = 'its number'
const NUMBER_OR_DRAFT = 'its number, or the id of a draft'
const DAY = '--date <YYYY-MM-DD>'

export function addInvoiceCommands(program: Command, want: Want): void {
  const invoice = program.command('invoice').description('invoices from billable time, and credit notes')
  invoice
    .command('draft')
    .description('draft an invoice from billable time that is on none')
    .option('--customer <NAME>', 'for whom (default: whose case it is)')
    .option('--from <YYYY-MM-DD>', 'from this work day on')
    .option('--to <YYYY-MM-DD>', 'up to this work day')
    .option('--project <CODE>', 'only this project (its code or name)')
    .option('--case <NUMBER>', 'only this case, like CASE-12 or 12')
    .option('--category <NAME>', 'only this category')
    .option('--group <BY>', 'entry, day, category, project, case or user (default: category)')
    .option('--round <RULE>', 'none, up:15 or nearest:6: the time of each line (default: none)')
    .option('--tax <RATE>', 'a percentage like 19, or the name of a tax rate (default: as set)')
    .action((options) => want(async (session) => (await running()).draftInvoice(session, options)))
  invoice
    .command('issue')
    .description('give a draft its number, for ever')
    .argument('<ID>', 'the draft')
    .option(DAY, 'its date (default: today)')
    .option('--due <YYYY-MM-DD>', 'when it is due (default: as set)')
    .action((id: string, options) =>
      want(async (session) => (await running()).issueInvoice(session, id, options)),
    )
  invoice
    .command('list')
    .description('list invoices and credit notes, drafts first')
    .option('--customer <NAME>', 'only those of this customer')
    .action((options) => want(async (session) => (await running()).listInvoices(session, options)))
  invoice
    .command('show')
    .description('show an invoice with its lines')
    .argument('<NO>', NUMBER_OR_DRAFT)
    .action((no: string) => want(async (session) => (await running()).showInvoice(session, no)))
  invoice
    .command('pay')
    .description('enter a payment, in part or whole')
    .argument('<NO>', NUMBER)
    .option('--amount <AMOUNT>', 'like 500.00 (default: all that is open)')
    .option(DAY, 'when it came in (default: today)')
    .action((no: string, options) =>
      want(async (session) => (await running()).payInvoice(session, no, options)),
    )
  invoice
    .command('sent')
    .description('remember that an invoice went to the customer')
    .argument('<NO>', NUMBER)
    .option(DAY, 'when (default: today)')
    .action((no: string, options) =>
      want(async (session) => (await running()).invoiceSent(session, no, options)),
    )
  invoice
    .command('void')
    .description('take an invoice back by a credit note, which frees its time')
    .argument('<NO>', NUMBER)
    .requiredOption('--reason <TEXT>', 'why; it stands on the credit note')
    .option(DAY, 'the date of the credit note (default: today)')
    .action((no: string, options) =>
      want(async (session) => (await running()).voidInvoice(session, no, options)),
    )
  const written = (format: string, about: string, ending: string, number = NUMBER_OR_DRAFT) =>
    invoice
      .command(format)
      .description(about)
      .argument('<NO>', number)
      .requiredOption(`--out <FILE.${ending}>`, 'where to write it')
  const write = (no: string, format: InvoiceFormat, out: string) =>
    want(async (session) => (await running()).writeInvoice(session, no, format, out))
  written('pdf', 'write an invoice as a PDF, with its e-invoice inside (Factur-X)', 'pdf').action(
    (no: string, { out }: { out: string }) => write(no, 'pdf', out),
  )
  written('xlsx', 'write an invoice as an Excel workbook with formulas', 'xlsx').action(
    (no: string, { out }: { out: string }) => write(no, 'xlsx', out),
  )
  written('xml', 'write an e-invoice by EN 16931', 'xml', NUMBER)
    .addOption(new Option('--format <FORMAT>', 'its syntax').choices(['ubl', 'cii']).makeOptionMandatory())
    .action((no: string, { format, out }: { format: 'ubl' | 'cii'; out: string }) => write(no, format, out))
  invoice
    .command('remove')
    .description('delete a draft; its time is free again')
    .argument('<ID>', 'the draft')
    .action((id: string) => want(async (session) => (await running()).removeDraft(session, id)))
  addBillingCommands(program, want)
}

function addBillingCommands(program: Command, want: Want): void {
  program
    .command('billing')
    .description('what the organisation, or a customer, is on invoices: without options it is shown')
    .option(
      '--customer <NAME>',
      'of this customer: address, post code, town, country, VAT number, e-mail, reference',
    )
    .option('--reference <TEXT>', 'what the customer wants to read on invoices, like a Leitweg-ID')
    .option('--legal-name <TEXT>', 'as it is registered')
    .option('--address <TEXT>', 'street and number')
    .option('--post-code <TEXT>', 'post code')
    .option('--city <TEXT>', 'town')
    .option('--country <CODE>', 'two letters, like DE')
    .option('--vat-id <TEXT>', 'VAT number, like DE123456789')
    .option('--tax-number <TEXT>', 'tax number')
    .option('--email <TEXT>', 'e-mail address')
    .option('--phone <TEXT>', 'phone number')
    .option('--iban <TEXT>', 'IBAN')
    .option('--bic <TEXT>', 'BIC')
    .option('--bank-name <TEXT>', 'name of the bank')
    .option('--number-format <TEXT>', 'like RE-{YYYY}-{0000}')
    .option('--credit-note-format <TEXT>', 'like CN-{YYYY}-{0000}')
    .option('--due-days <N>', 'days until an invoice is due')
    .option('--terms <TEXT>', 'said at the foot of each invoice')
    .option('--language <CODE>', 'in which invoices are written: en or de')
    .option('--logo <FILE>', 'a PNG or JPEG picture of at most 1 MB')
    .action((options) => want(async (session) => (await settings()).billing(session, options)))
  const tax = program.command('tax').description('tax rates that invoices choose from')
  tax
    .command('list')
    .description('list the tax rates')
    .action(() => want(async (session) => (await settings()).listTaxes(session)))
  tax
    .command('add')
    .description('add a tax rate')
    .requiredOption('--name <TEXT>', 'what it is called')
    .option('--percent <N>', 'like 19 or 7.5 (default: 0)')
    .option('--category <CODE>', 'S, Z, E, AE, K, G or O (default: S above 0, else Z)')
    .option('--reason <TEXT>', 'why nothing is charged')
    .option('--default', 'new invoices begin with it')
    .action((options) => want(async (session) => (await settings()).addTax(session, options)))
  tax
    .command('remove')
    .description('delete a tax rate; invoices keep what they say')
    .argument('<NAME>', 'which one')
    .action((name: string) => want(async (session) => (await settings()).removeTax(session, name)))
}
