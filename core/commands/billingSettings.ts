// Commands on what the organisation says of itself on invoices, its logo, and its tax rates.
import type { invoiceCommands } from '../../shared/contract/invoice.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import { LOGO_BYTES } from '../../shared/entities/logo.ts'
import type { TaxRate } from '../../shared/entities/taxRate.ts'
import { isTax } from '../../shared/entities/tax.ts'
import { edited } from '../../shared/rules/directory.ts'
import { readLogo } from '../../shared/rules/logo.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { isWholePicture } from '../export/pdf/picture.ts'
import { profileOf } from '../facts/invoices.ts'
import type { Handlers } from './handler.ts'

const newTaxRate = (id: Id): TaxRate => ({
  id,
  name: '',
  taxCategory: 'S',
  percentHundredths: 0,
  exemption: '',
  isDefault: false,
})

/** One is the default: another that becomes it takes it from the one so far. */
const withDefault = (data: Data, rate: TaxRate): Change[] => [
  put('taxRate', rate),
  ...(rate.isDefault
    ? data
        .list('taxRate')
        .filter(({ id, isDefault }) => isDefault && id !== rate.id)
        .map((other) => put('taxRate', { ...other, isDefault: false }))
    : []),
]

export const billingSettingsHandlers: Handlers<
  Extract<keyof typeof invoiceCommands, `billingProfile.${string}` | `taxRate.${string}`>
> = {
  'billingProfile.edit': (data, args) =>
    decided([put('billingProfile', edited(profileOf(data), args))], null),
  'billingProfile.setLogo': (data, { picture }, ctx) => {
    const profile = profileOf(data)
    if (picture === null) return decided([put('billingProfile', { ...profile, logoId: null })], null)
    // Longer than any that is taken: not even looked at.
    if (picture.length > 2 * LOGO_BYTES) return refused('logo.tooLarge')
    const bytes = Buffer.from(picture, 'base64')
    const read = readLogo(bytes)
    if (!read.ok) return read
    if (!isWholePicture(bytes, read.value)) return refused('logo.unreadable')
    const logo = { ...read.value, picture: bytes.toString('base64'), id: ctx.newId() }
    return decided([put('logo', logo), put('billingProfile', { ...profile, logoId: logo.id })], null)
  },
  'taxRate.add': (data, args, ctx) => {
    // The first one is what invoices begin with.
    const first = data.list('taxRate').length === 0
    const rate = edited<TaxRate>({ ...newTaxRate(ctx.newId()), isDefault: first }, args)
    return isTax(rate) ? decided(withDefault(data, rate), { taxRateId: rate.id }) : refused('tax.invalid')
  },
  'taxRate.edit': (data, { taxRateId, ...args }) => {
    const rate = data.find('taxRate', taxRateId)
    if (rate === null) return refused('notFound.taxRate')
    const after = edited(rate, args)
    return isTax(after) ? decided(withDefault(data, after), null) : refused('tax.invalid')
  },
  'taxRate.remove': (data, { taxRateId }) =>
    data.find('taxRate', taxRateId) === null
      ? refused('notFound.taxRate')
      : decided([remove('taxRate', taxRateId)], null),
}
