// The sample firm without its time: organisation, users with their contracts, categories and customers.
import { Colour } from '../../shared/entities/colour.ts'
import type { DayRule } from '../../shared/base/dayRule.ts'
import { dayStartAt, workDateOf } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import { addMonths, firstDayOf, monthOf } from '../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { createRandom } from '../../shared/base/random.ts'
import { BreakLaw } from '../../shared/entities/breakRule.ts'
import type { Category } from '../../shared/entities/category.ts'
import type { Customer, CustomerStatus } from '../../shared/entities/customer.ts'
import type { Employment } from '../../shared/entities/employment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { MODULE_NAMES } from '../../shared/entities/module.ts'
import type { JournalEntry } from '../../shared/entities/journalEntry.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import type { Opportunity } from '../../shared/entities/opportunity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { ORGANISATION_ID } from '../../shared/entities/organisation.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import { DEFAULT_RULES } from '../../shared/entities/rules.ts'
import type { Task } from '../../shared/entities/task.ts'
import type { Tag } from '../../shared/entities/tag.ts'
import type { User } from '../../shared/entities/user.ts'
import { minorOf } from './amount.ts'
import type { SampleCase } from './cases.ts'
import { sampleApprovals } from './approvals.ts'
import { sampleAbsences } from './absences.ts'
import type { SampleAbsences } from './absences.ts'
import { sampleCases } from './cases.ts'
import { countryOfZone } from './countryOfZone.ts'
import { CUSTOMERS, FIRST_NAMES, INTERNAL, LAST_NAMES, STAFF } from './people.ts'
import { sampleNotes } from './journal.ts'
import { sampleMeetings } from './meetings.ts'
import type { Approval } from '../../shared/entities/approval.ts'
import type { SavedReport } from '../../shared/entities/savedReport.ts'
import { sampleReports } from './reports.ts'
import { sampleOpportunities } from './opportunities.ts'
import { sampleOffices } from './offices.ts'
import type { SampleOffices } from './offices.ts'
import { sampleProjects } from './projects.ts'
import type { SampleProject } from './projects.ts'
import { sampleRates } from './rates.ts'
import { sampleId, timePrefix } from './sampleId.ts'
import { sampleTasks } from './tasks.ts'
import { sampleTags } from './tags.ts'
import { CATEGORIES } from './work.ts'

export type SampleOptions = {
  /** The same seed, month, zone and currency make the same firm. Default 1. */
  seed?: number
  /** How many time entries; without it, two plausible years. */
  entries?: number
  zone: string
  currency: string
  now: Instant
  /** ISO 3166, for the public holidays. Default: by the zone; null: no holidays. */
  country?: string | null
}

export type SampleFirm = SampleOffices &
  SampleAbsences & {
    organisation: Organisation
    users: User[]
    employments: Employment[]
    categories: Category[]
    /** The first is the firm itself, for internal work. */
    customers: Customer[]
    projects: SampleProject[]
    cases: SampleCase[]
    tags: Tag[]
    rates: Rate[]
    notes: JournalEntry[]
    opportunities: Opportunity[]
    /** None where a number of entries is asked for: theirs would come on top. */
    meetings: Meeting[]
    tasks: Task[]
    /** None where a number of entries is asked for. */
    approvals: Approval[]
    reports: SavedReport[]
    /** The month of `now`, and today in the firm's zone: time ends the day before. */
    month: Month
    today: LocalDate
    dayRule: DayRule
  }

export const SAMPLE_YEARS = 2

/** As the law of its country has it, where that is known here. */
function breaksIn(country: string | null): Organisation['breaks'] {
  const law = BreakLaw.options.find((one) => one === country)
  return law === undefined ? null : { law, own: null }
}

export function sampleFirm(options: SampleOptions, size: { users: number; customers: number }): SampleFirm {
  const { seed = 1, zone, currency, now } = options
  const dayRule: DayRule = { zone, dayStartMinutes: 0 }
  const today = workDateOf(now, dayRule)
  const month = monthOf(today)
  const begin = firstDayOf(addMonths(month, -12 * SAMPLE_YEARS))
  const founded = dayStartAt(begin, dayRule)
  const prefix = timePrefix(founded)
  const users = Array.from({ length: size.users }, (_, index) => userAt(index, sampleId(prefix, 'U', index)))
  const customers = Array.from({ length: size.customers }, (_, index) =>
    customerAt(index, sampleId(prefix, 'C', index), seed, founded),
  )
  const tags = sampleTags(prefix)
  const projects = sampleProjects(customers, { seed, prefix, month, dayRule })
  const categories = CATEGORIES.map(({ name, active, codeType, billType }, index) => ({
    id: sampleId(prefix, 'K', index),
    name,
    active,
    removed: false,
    codeType,
    billType,
  }))
  const country = options.country === undefined ? countryOfZone(zone) : options.country
  const years = SAMPLE_YEARS
  return {
    organisation: {
      id: ORGANISATION_ID,
      name: 'Lindqvist & Weber',
      zone,
      dayStartMinutes: 0,
      currency,
      holidayCountry: country,
      rules: DEFAULT_RULES,
      timeLogDialog: false,
      overlaps: 'flag',
      colleaguesSeeTime: false,
      pins: false,
      // A load for measuring is time alone, all of which is paid.
      modules: { ...everyModule(), approvals: options.entries === undefined },
      casesNeedProject: false,
      carryOver: { most: 500, until: '03-31' },
      breaks: options.entries === undefined ? breaksIn(country) : null,
      namesOffered: { manager: 'everybody', employee: 'everybody' },
      severalTimers: false,
      closedThrough: null,
      weekStart: null,
      formerFiguresThrough: null,
      sample: true,
    },
    users,
    employments: users
      .flatMap((user, index) => contractsOf(user.id, index, month, currency))
      .map((contract, index) => ({ id: sampleId(prefix, 'E', index), ...contract })),
    categories,
    customers,
    projects,
    cases: sampleCases(customers, projects, users, { seed, prefix, today, dayRule }),
    tags,
    reports: sampleReports(prefix),
    opportunities: sampleOpportunities(customers, { seed, prefix, today, currency }),
    meetings:
      options.entries === undefined
        ? sampleMeetings({ users, customers, categories, prefix, month, years, today, dayRule, country })
        : [],
    tasks: sampleTasks({ users, customers, prefix, today, dayRule }),
    notes: sampleNotes({ seed, customers, users, tags, today, dayRule }),
    ...sampleAbsences(users, { prefix, begin, today }),
    approvals: options.entries === undefined ? sampleApprovals(users, { prefix, begin, today }) : [],
    ...sampleOffices(users, customers, prefix),
    rates: sampleRates({ users, customers, projects, prefix, month, years, currency }),
    month,
    today,
    dayRule,
  }
}

/** It shows all that there is. */
const everyModule = (): Organisation['modules'] =>
  Object.fromEntries(MODULE_NAMES.map((module) => [module, true]))

/** The last of the original staff left the firm: inactive, with a past. */
export const LEAVER = STAFF.length - 1

function userAt(index: number, id: Id): User {
  const [name, role] = STAFF[index] ?? [
    `${FIRST_NAMES[index % FIRST_NAMES.length]} ${LAST_NAMES[Math.floor(index / FIRST_NAMES.length + index) % LAST_NAMES.length]}`,
    'employee' as const,
  ]
  return {
    id,
    name,
    email: `${plain(name)}@lindqvist-weber.example`,
    role,
    active: index !== LEAVER,
    rules: {},
    clientTimer: true,
    modules: {},
    startDate: null,
    lastDate: null,
    buttons: null,
    removed: false,
  }
}

/** Users who are called at night now and then. */
export const ON_CALL: readonly number[] = [4, 5]
const NIGHTS: Employment['supplements'] = [
  { on: 'every', fromMinute: 1_320, toMinute: 360, percent: 25 },
  { on: 'sunday', fromMinute: 0, toMinute: 1_440, percent: 50 },
]

const FULL_TIME = [480, 480, 480, 480, 480, 0, 0]
const PART_TIME = [360, 360, 360, 360, 0, 0, 0]

function contractsOf(userId: Id, index: number, month: Month, currency: string): Omit<Employment, 'id'>[] {
  const [, , kind, wage] = STAFF[index] ?? STAFF[3 + (index % 8)] ?? STAFF[3]
  const hourly = kind === 'hourly'
  const first: Omit<Employment, 'id'> = {
    userId,
    validFrom: firstDayOf(addMonths(month, -12 * SAMPLE_YEARS)),
    expectedMinutes: kind === 'partTime' ? PART_TIME : FULL_TIME,
    expectedMonthMinutes: null,
    wage: { kind: hourly ? 'hourly' : 'monthly', amountMinor: minorOf(wage, currency) },
    extraBy: 'month',
    extraHourMinor: minorOf(hourly ? wage * 1.25 : wage / 150, currency),
    extraSteps: [],
    // Who is called at night is paid for it.
    supplements: ON_CALL.includes(index) ? NIGHTS : [],
    bonusMinor: index === 1 ? minorOf(250, currency) : 0,
  }
  // A rise in the middle of a month last year, so that one contract change is there to be looked at.
  const rise: Omit<Employment, 'id'> = {
    ...first,
    validFrom: `${addMonths(month, -10)}-16`,
    wage: { ...first.wage, amountMinor: minorOf(wage * 1.06, currency) },
    extraHourMinor: minorOf((wage * 1.06) / 150, currency),
  }
  return index === 3 ? [first, rise] : [first]
}

const OTHER_STATUS: Record<number, CustomerStatus> = {
  ...Object.fromEntries([4, 13, 22, 31, 40, 49].map((index) => [index, 'Prospect' as const])),
  ...Object.fromEntries([9, 18, 27, 36, 45].map((index) => [index, 'Inactive' as const])),
  ...Object.fromEntries([16, 33, 52].map((index) => [index, 'Archived' as const])),
}

function customerAt(index: number, id: Id, seed: number, founded: Instant): Customer {
  const random = createRandom(seed, 0xc0de, index)
  const known = index === 0 ? ([INTERNAL, ''] as const) : CUSTOMERS[index - 1]
  const trade = random.pick([
    'Bakery',
    'Bookshop',
    'Carpentry',
    'Clinic',
    'Garage',
    'Press',
    'School',
    'Studio',
  ])
  const [name, contactPerson] = known ?? [`${LAST_NAMES[index % LAST_NAMES.length]} ${trade} ${index}`, '']
  const street = random.pick(['Mill Lane', 'Station Road', 'Quay Street', 'Church Walk', 'Orchard Way'])
  return {
    id,
    name,
    status: known === undefined ? 'Active' : (OTHER_STATUS[index] ?? 'Active'),
    code: index === 0 ? 'INT' : `C${String(1000 + index)}`,
    contactPerson,
    email: index === 0 ? '' : `office@${plain(name).slice(0, 40)}.example`,
    // Numbers that are set aside for fiction.
    phone: index === 0 ? '' : `+44 20 7946 0${String(random.int(100, 999))}`,
    address: index === 0 ? '' : `${random.int(1, 120)} ${street}`,
    postCode: index === 0 ? '' : String(20_000 + ((index * 37) % 900)),
    city: index === 0 ? '' : 'Hamburg',
    country: index === 0 ? null : 'DE',
    vatId: '',
    buyerReference: '',
    notes: '',
    colour: Colour.options[index % Colour.options.length] ?? 'blue',
    createdAt: founded + index * 3_600_000,
    removed: false,
  }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .replace(/ +/g, '.')
    .toLowerCase()
}
