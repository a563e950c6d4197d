// `daybook billing` and `daybook tax`: what stands on every invoice.
import type { InvoiceLanguage } from '../../shared/base/languages.ts'
import { INVOICE_LANGUAGES } from '../../shared/base/languages.ts'
import { readFileSync, statSync } from 'node:fs'
import { LOGO_BYTES } from '../../shared/entities/logo.ts'
import { TaxCategory } from '../../shared/entities/tax.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { facts, table } from '../table.ts'

export type BillingOptions = Partial<
  Record<
    | 'legalName'
    | 'address'
    | 'postCode'
    | 'city'
    | 'country'
    | 'vatId'
    | 'taxNumber'
    | 'email'
    | 'phone'
    | 'iban'
    | 'bic'
    | 'bankName'
    | 'numberFormat'
    | 'creditNoteFormat'
    | 'terms'
    | 'dueDays'
    | 'language'
    | 'logo'
    | 'customer'
    | 'reference',
    string
  >
>

export async function billing(session: Session, options: BillingOptions): Promise<Outcome> {
  await session.setUp()
  if (options.customer !== undefined) return billingOf(session, options.customer, options)
  const { logo, dueDays, language, customer: _customer, reference, ...texts } = options
  if (reference !== undefined) throw new UsageError('--reference is a customer’s: say --customer as well.')
  if (dueDays !== undefined && !/^\d{1,3}$/.test(dueDays))
    throw new UsageError(`--due-days ${dueDays}: write a number of days.`)
  const edit = {
    ...texts,
    ...(dueDays === undefined ? {} : { dueDays: Number(dueDays) }),
    ...(language === undefined ? {} : { language: readLanguage(language) }),
  }
  const picture = logo === undefined ? null : pictureIn(logo)
  if (Object.keys(edit).length > 0) await session.ask('billingProfile.edit', edit)
  if (picture !== null) await session.ask('billingProfile.setLogo', { picture })
  const { id: _, logoId, logo: set, ...profile } = await session.ask('billingProfile.get', {})
  const pairs = Object.entries(profile).map(([name, value]): [string, string] => [
    spaced(name),
    value === null || value === '' ? '–' : String(value).replaceAll('\n', ', '),
  ])
  return {
    value: { ...profile, logoId },
    text: facts([...pairs, ['logo', set === null ? '–' : set.mediaType]]),
  }
}

/** What stands on invoices of a customer, by their name here and in the options. */
const OF_CUSTOMER = {
  address: 'address',
  postCode: 'postCode',
  city: 'city',
  country: 'country',
  vatId: 'vatId',
  email: 'email',
  buyerReference: 'reference',
} as const satisfies Record<string, keyof BillingOptions>

async function billingOf(session: Session, name: string, options: BillingOptions): Promise<Outcome> {
  const ours = Object.keys(options).find(
    (option) => option !== 'customer' && !Object.values<string>(OF_CUSTOMER).includes(option),
  )
  if (ours !== undefined)
    throw new UsageError(`--${kebab(ours)} is the organisation’s: leave out --customer, or say it apart.`)
  const customerId = await idOfName(session, 'customer', name, null)
  const edit = Object.fromEntries(
    Object.entries(OF_CUSTOMER).flatMap(([field, option]) => {
      const value = options[option]
      return value === undefined ? [] : [[field, field === 'country' && value === '' ? null : value]]
    }),
  )
  if (Object.keys(edit).length > 0) await session.ask('customer.edit', { customerId, ...edit })
  const { name: called, ...customer } = await session.ask('customer.get', { customerId })
  const fields = Object.keys(OF_CUSTOMER) as (keyof typeof OF_CUSTOMER)[]
  const value = Object.fromEntries(fields.map((field) => [field, customer[field] ?? '']))
  return {
    value: { name: called, ...value },
    text: facts([
      ['name', called],
      ...fields.map((field): [string, string] => [spaced(field), value[field] || '–']),
    ]),
  }
}

const kebab = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const spaced = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function readLanguage(text: string): InvoiceLanguage {
  const language = INVOICE_LANGUAGES.find((each) => each === text)
  if (language !== undefined) return language
  throw new UsageError(`--language ${text}: it is one of ${INVOICE_LANGUAGES.join(', ')}.`)
}

function pictureIn(file: string): string {
  try {
    // A film is not read only to be refused.
    if (statSync(file).size > LOGO_BYTES) throw new Refusal({ code: 'logo.tooLarge' })
    return readFileSync(file).toString('base64')
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new UsageError(`--logo ${file}: it cannot be read.`)
  }
}

/** Hundredths of a percent; null: it is no percentage. */
export function readPercent(text: string): number | null {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?%?$/.test(text.trim())) return null
  const hundredths = Math.round(Number(text.replace(',', '.').replace('%', '')) * 100)
  return hundredths <= 10_000 ? hundredths : null
}

export const percentText = (hundredths: number): string => `${hundredths / 100}%`

export async function listTaxes(session: Session): Promise<Outcome> {
  await session.setUp()
  const rates = await session.ask('taxRate.list', {})
  const columns = [{ title: 'Name' }, { title: 'Percent', right: true }, { title: 'Category' }, { title: '' }]
  const rows = rates.map((rate) => [
    rate.name,
    percentText(rate.percentHundredths),
    rate.taxCategory,
    rate.isDefault ? 'for new invoices' : '',
  ])
  return { value: { taxRates: rates }, text: rates.length === 0 ? 'No tax rates.' : table(columns, rows) }
}

export type TaxOptions = {
  name: string
  percent?: string
  category?: string
  reason?: string
  default?: boolean
}

export async function addTax(session: Session, options: TaxOptions): Promise<Outcome> {
  await session.setUp()
  const percent = readPercent(options.percent ?? '0')
  if (percent === null) throw new UsageError(`--percent ${options.percent}: write it like 19 or 7.5.`)
  const category = TaxCategory.safeParse(options.category ?? (percent > 0 ? 'S' : 'Z'))
  if (!category.success)
    throw new UsageError(`--category ${options.category}: it is one of ${TaxCategory.options.join(', ')}.`)
  const value = await session.ask('taxRate.add', {
    name: options.name,
    taxCategory: category.data,
    percentHundredths: percent,
    ...(options.reason === undefined ? {} : { exemption: options.reason }),
    ...(options.default === true ? { isDefault: true } : {}),
  })
  return { value, text: `Tax rate ${options.name} was added.` }
}

export async function removeTax(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const rates = await session.ask('taxRate.list', {})
  const rate = rates.find((each) => each.name.toLowerCase() === name.trim().toLowerCase())
  if (rate === undefined)
    throw new Refusal({ code: 'notFound.taxRate' }, 'Tax rates are listed by “daybook tax list”.')
  await session.ask('taxRate.remove', { taxRateId: rate.id })
  return { value: { taxRateId: rate.id }, text: `Tax rate ${rate.name} was deleted.` }
}
