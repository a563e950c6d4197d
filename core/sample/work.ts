// What the sample firm does all day: its categories, and notes that read like real work.
import type { Category } from '../../shared/entities/category.ts'
import type { Random } from '../../shared/base/random.ts'

type Kind = Pick<Category, 'name' | 'active' | 'codeType' | 'billType'> & {
  /** How often it is chosen, against the others. */
  share: number
  notes: readonly [string, ...string[]]
}

const billable = { active: true, codeType: 'work', billType: 'billable' } as const
const nonBillable = { active: true, codeType: 'work', billType: 'nonBillable' } as const

/** {person} is the customer's contact person; {thing} and {n} are drawn. */
export const CATEGORIES: readonly Kind[] = [
  {
    ...billable,
    name: 'Consulting',
    share: 24,
    notes: [
      'Talked through the {thing} with {person}; summary follows by e-mail',
      'Options for the {thing} compared, recommendation sent to {person}',
      'Prepared and held the session on the {thing}',
      'Answered {person}’s {n} questions about the {thing}',
    ],
  },
  {
    ...billable,
    name: 'Support',
    share: 22,
    notes: [
      'Call from {person}: {thing} did not open, fixed remotely',
      'Restored the {thing} from yesterday’s backup, checked {n} files',
      '{person} could not print the {thing}; driver replaced',
      'Followed up ticket {n}: {thing} works again',
      '',
    ],
  },
  {
    ...billable,
    name: 'Development',
    share: 20,
    notes: [
      'Import of the {thing}: mapping done, {n} rows left over for {person} to look at',
      'Report on the {thing}: totals and print layout',
      'Corrected rounding in the {thing}, tests added',
      'Second iteration of the {thing}\n- filter by month\n- export\n- open: rights',
    ],
  },
  {
    ...billable,
    name: 'Design',
    share: 10,
    notes: [
      'Drafts for the {thing}, {n} variants',
      'Changes to the {thing} after {person}’s remarks',
      'Print data for the {thing}',
    ],
  },
  {
    ...billable,
    name: 'Training',
    share: 7,
    notes: [
      'Training on the {thing} for {n} people',
      'Handout for the {thing} course',
      'Introduced {person} to the {thing}',
    ],
  },
  {
    ...billable,
    name: 'Project management',
    share: 8,
    notes: [
      'Plan for the {thing} updated, next steps agreed with {person}',
      'Status call with {person}',
      'Estimate for the {thing}: {n} h',
    ],
  },
  { ...billable, name: 'Travel', share: 4, notes: ['To {person} and back', 'Train, {n} min late'] },
  {
    ...nonBillable,
    name: 'Meetings',
    share: 0,
    notes: ['Weekly planning', 'One-to-one', 'Review of the {thing}', 'Stand-up'],
  },
  {
    ...nonBillable,
    name: 'Administration',
    share: 0,
    notes: ['Invoices and reminders', 'Sorted the {thing}', 'E-mails', ''],
  },
  { ...nonBillable, active: false, name: 'Office move', share: 0, notes: ['Boxes'] },
  { ...nonBillable, name: 'Holiday', codeType: 'absence', share: 0, notes: [''] },
  { ...nonBillable, name: 'Sick leave', codeType: 'absence', share: 0, notes: [''] },
]

const THINGS = [
  'booking calendar',
  'customer list',
  'price list',
  'annual report',
  'newsletter',
  'stock list',
  'contract template',
  'payroll file',
  'website',
  'shop',
  'order form',
  'old database',
  'phone system',
  'tax documents',
] as const

export function noteFor(kind: Kind, person: string, random: Random): string {
  return random
    .pick(kind.notes)
    .replaceAll('{person}', person)
    .replaceAll('{thing}', random.pick(THINGS))
    .replaceAll('{n}', String(random.int(2, 48)))
}
