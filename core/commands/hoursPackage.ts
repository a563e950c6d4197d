// Commands on hours packages.
import type { packageCommands } from '../../shared/contract/hoursPackage.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { remove } from '../../shared/entities/registry.ts'
import type { Lot } from '../../shared/rules/hoursPackage.ts'
import { buyHours, correctHours, rollHours } from '../../shared/rules/hoursPackage.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { packageLedger } from '../facts/packages.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'

/** As it is on that day; of a correction there is none. */
function lotOf(data: Data, packageId: Id, date: LocalDate): Lot | null {
  const line = data.find('hoursPackage', packageId)
  if (line === null) return null
  return (
    packageLedger(data, line.customerId, date, 'day').lots.find((lot) => lot.line.id === packageId) ?? null
  )
}

export const packageHandlers: Handlers<keyof typeof packageCommands> = {
  'package.buy': (data, args, ctx) => {
    if (present(data, 'customer', args.customerId) === null) return refused('notFound.customer')
    const { date = ctx.today, priceMinor = null, expires = null, reason = '' } = args
    return buyHours({ ...args, date, priceMinor, expires, reason }, ctx)
  },
  'package.correct': (data, { packageId, date, ...args }, ctx) => {
    const lot = lotOf(data, packageId, ctx.today)
    return lot === null
      ? refused('notFound.hoursPackage')
      : correctHours(lot, { ...args, date: date ?? ctx.today }, ctx)
  },
  'package.roll': (data, { packageId, date, expires = null, reason = '' }, ctx) => {
    const lot = lotOf(data, packageId, ctx.today)
    return lot === null
      ? refused('notFound.hoursPackage')
      : rollHours(lot, { date: date ?? ctx.today, expires, reason }, ctx)
  },
  'package.remove': (data, { packageId }) =>
    data.find('hoursPackage', packageId) === null
      ? refused('notFound.hoursPackage')
      : decided([remove('hoursPackage', packageId)], null),
}
