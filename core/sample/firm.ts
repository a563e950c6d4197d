// The sample firm without its time: organisation, users with their contracts, categories and customers.
import type { DayRule } from '../../shared/base/dayRule.ts'
import { dayStartAt, workDateOf } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import { addMonths, firstDayOf, monthOf } from '../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Category } from '../../shared/entities/category.ts'
import type { Customer, CustomerStatus } from '../../shared/entities/customer.ts'
import type { Employment } from '../../shared/entities/employment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { ORGANISATION_ID } from '../../shared/entities/organisation.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import { DEFAULT_RULES } from '../../shared/entities/rules.ts'
import type { User } from '../../shared/entities/user.ts'
import { minorOf } from './amount.ts'
import { countryOfZone } from './countryOfZone.ts'
import { CUSTOMERS, FIRST_NAMES, INTERNAL, LAST_NAMES, STAFF } from './people.ts'
import { sampleProjects } from './projects.ts'
import type { SampleProject } from './projects.ts'
import { sampleRates } from './rates.ts'
import { sampleId, timePrefix } from './sampleId.ts'
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

export type SampleFirm = {
  organisation: Organisation
  users: User[]
  employments: Employment[]
  categories: Category[]
  /** The first is the firm itself, for internal work. */
  customers: Customer[]
  projects: SampleProject[]
  rates: Rate[]
  /** The month of `now`, and today in the firm's zone: time ends the day before. */
  month: Month
  today: LocalDate
  dayRule: DayRule
}

export const SAMPLE_YEARS = 2

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
  const projects = sampleProjects(customers, { seed, prefix, month, dayRule })
  return {
    organisation: {
      id: ORGANISATION_ID,
      name: 'Lindqvist & Weber',
      zone,
      dayStartMinutes: 0,
      currency,
      holidayCountry: options.country === undefined ? countryOfZone(zone) : options.country,
      rules: DEFAULT_RULES,
      timeLogDialog: false,
      overlaps: 'flag',
      severalTimers: false,
      closedThrough: null,
      sample: true,
    },
    users,
    employments: users
      .flatMap((user, index) => contractsOf(user.id, index, month, currency))
      .map((contract, index) => ({ id: sampleId(prefix, 'E', index), ...contract })),
    categories: CATEGORIES.map(({ name, active, codeType, billType }, index) => ({
      id: sampleId(prefix, 'K', index),
      name,
      active,
      removed: false,
      codeType,
      billType,
    })),
    customers,
    projects,
    rates: sampleRates({ users, customers, projects, prefix, month, years: SAMPLE_YEARS, currency }),
    month,
    today,
    dayRule,
  }
}

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
    startDate: null,
    removed: false,
  }
}

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
    extraHourMinor: minorOf(hourly ? wage * 1.25 : wage / 150, currency),
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
    notes: '',
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
