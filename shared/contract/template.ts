// The places of a person's own workbook that Daybook fills, by what it is filled with: names of cells, and names of rows that are
// repeated. docs/templates.md says the same to people.
import { SUBJECT } from '../entities/subject.ts'

/** How a place's value is shown where its cell says nothing of it. */
export type PlaceKind =
  'text' | 'date' | 'month' | 'time' | 'duration' | 'hours' | 'money' | 'percent' | 'number'

type Places = Readonly<Record<string, PlaceKind>>

export const TEMPLATE_KINDS = ['payroll', 'userMonth', 'customer', 'invoice'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** What every name of a place begins with. */
export const TEMPLATE_PREFIX = 'daybook_'

/** A longer list does not belong into a template. */
export const MOST_TEMPLATE_LINES = 100_000
export const MOST_TEMPLATE_BYTES = 32 * 1024 * 1024

const always = { organisation: 'text', currency: 'text', made_on: 'date', from: 'date', to: 'date' } as const

const month = {
  ...always,
  month: 'month',
  total: 'duration',
  total_hours: 'hours',
  booked: 'duration',
  booked_hours: 'hours',
  expected: 'duration',
  expected_hours: 'hours',
  extra_hours: 'hours',
  missing_days: 'number',
  salary: 'money',
} as const

const party = {
  name: 'text',
  address: 'text',
  post_code: 'text',
  city: 'text',
  country: 'text',
  vat_id: 'text',
  tax_number: 'text',
  email: 'text',
  phone: 'text',
  contact_person: 'text',
  iban: 'text',
  bic: 'text',
  bank_name: 'text',
  buyer_reference: 'text',
} as const
type PartyField = keyof typeof party
const ofParty = <const P extends string>(prefix: P): Record<`${P}_${PartyField}`, PlaceKind> =>
  Object.fromEntries(Object.entries(party).map(([field, kind]) => [`${prefix}_${field}`, kind])) as never

export const TEMPLATE_VALUES = {
  payroll: { ...month, people: 'number' },
  userMonth: { ...month, user: 'text', balance_hours: 'hours' },
  customer: {
    ...always,
    month: 'month',
    customer: 'text',
    total: 'duration',
    total_hours: 'hours',
    sessions: 'number',
    amount: 'money',
  },
  invoice: {
    ...always,
    invoice_kind: 'text',
    invoice_number: 'text',
    invoice_date: 'date',
    due_date: 'date',
    sum: 'money',
    discount: 'money',
    net: 'money',
    tax: 'money',
    gross: 'money',
    paid: 'money',
    open: 'money',
    notes: 'text',
    terms: 'text',
    ...ofParty('seller'),
    ...ofParty('buyer'),
  },
} as const satisfies Record<TemplateKind, Places>

const days = {
  user: 'text',
  date: 'date',
  weekday: 'text',
  remark: 'text',
  entrance: 'time',
  exit: 'time',
  breaks: 'duration',
  total: 'duration',
  total_hours: 'hours',
  expected: 'duration',
  expected_hours: 'hours',
  difference_hours: 'hours',
  booked: 'duration',
  booked_hours: 'hours',
  sessions: 'number',
} as const

const entries = {
  user: 'text',
  date: 'date',
  start: 'time',
  stop: 'time',
  breaks: 'duration',
  duration: 'duration',
  hours: 'hours',
  office: 'text',
  department: 'text',
  note: 'text',
} as const
/** What time is on: a field for each. */
const subject: Places = Object.fromEntries(SUBJECT.map(({ part }) => [part, 'text']))

export const TEMPLATE_TABLES = {
  payroll: {
    users: {
      no: 'number',
      user: 'text',
      total: 'duration',
      total_hours: 'hours',
      booked: 'duration',
      booked_hours: 'hours',
      expected: 'duration',
      expected_hours: 'hours',
      extra_hours: 'hours',
      missing_days: 'number',
      salary: 'money',
    },
    days,
    entries: { ...entries, ...subject },
  },
  userMonth: { days, entries: { ...entries, ...subject } },
  customer: {
    entries: { ...entries, ...subject, rate: 'money', amount: 'money' },
    users: { user: 'text', sessions: 'number', total: 'duration', total_hours: 'hours' },
    categories: { category: 'text', sessions: 'number', total: 'duration', total_hours: 'hours' },
  },
  invoice: {
    lines: {
      no: 'number',
      text: 'text',
      quantity: 'hours',
      unit: 'text',
      price: 'money',
      tax_percent: 'percent',
      amount: 'money',
    },
    taxes: { tax_percent: 'percent', base: 'money', tax: 'money', exemption: 'text' },
  },
} as const satisfies Record<TemplateKind, Record<string, Places>>

export const placesOf = (kind: TemplateKind): Places => TEMPLATE_VALUES[kind]
export const rowsOf = (kind: TemplateKind): Readonly<Record<string, Places>> => TEMPLATE_TABLES[kind]
