// `daybook setup`: the welcome on the command line; and what --create sets up where there is nothing yet.
import { userInfo } from 'node:os'
import type { Outcome } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { facts } from '../table.ts'

export type SetupOptions = {
  name: string
  organisation: string
  zone?: string
  currency?: string
  customer?: string
}

export async function setup(session: Session, options: SetupOptions): Promise<Outcome> {
  const value = await session.ask('organisation.setUp', {
    organisationName: options.organisation,
    userName: options.name,
    zone: options.zone ?? session.ports.systemZone(),
    currency: options.currency?.toUpperCase() ?? usualCurrency(),
    ...(options.customer === undefined ? {} : { customerName: options.customer }),
  })
  const { organisation, user } = await session.setUp()
  const text = facts([
    ['Organisation', organisation.name],
    ['You', user.name],
    ['Time zone', organisation.zone],
    ['Currency', organisation.currency],
  ])
  return { value: { ...value, organisation }, text: `Daybook is set up.\n${text}` }
}

/** So that `start --create` works on an empty folder: sensible values, all of which can be changed in the settings. */
export async function setUpWithDefaults(session: Session): Promise<void> {
  const { organisation } = await session.state()
  if (organisation !== null) return
  const name = systemUserName()
  const reply = await session.app.invoke('organisation.setUp', {
    organisationName: name,
    userName: name,
    zone: session.ports.systemZone(),
    currency: usualCurrency(),
  })
  // Another process may have been faster; then it is set up, which is all that was wanted.
  if (!reply.ok && reply.error.code !== 'setup.done') throw new Refusal(reply.error)
}

function systemUserName(): string {
  try {
    return userInfo().username || 'Me'
  } catch {
    // A container's user may have no entry in the system's list.
    return 'Me'
  }
}

const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'
const OTHERS: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  TR: 'TRY',
  IL: 'ILS',
  KR: 'KRW',
  SG: 'SGD',
  HK: 'HKD',
  AE: 'AED',
  UA: 'UAH',
}

/** The currency of the system locale's country; the euro where that says nothing. */
export function usualCurrency(locale: string = new Intl.DateTimeFormat().resolvedOptions().locale): string {
  const region = new Intl.Locale(locale).maximize().region ?? ''
  return EURO.includes(region) && region !== '' ? 'EUR' : (OTHERS[region] ?? 'EUR')
}
