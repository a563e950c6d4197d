// Commands on billing rates.
import type { billingCommands } from '../../shared/contract/billing.ts'
import type { RateLevel } from '../../shared/entities/rate.ts'
import { remove } from '../../shared/entities/registry.ts'
import { setRate } from '../../shared/rules/billing.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { ratesOf } from '../facts/reads.ts'
import type { Handlers } from './handler.ts'

export const billingHandlers: Handlers<keyof typeof billingCommands> = {
  'rate.set': (data, args, ctx) => {
    const { level } = args
    const version = level === 'organisation' ? { ...args, subjectId: null } : args
    if (level !== 'organisation' && !isPresent(data, level, version.subjectId))
      return refused(`notFound.${level}`)
    return setRate(version, ratesOf(data, version), ctx)
  },
  'rate.remove': (data, { rateId }) => {
    const version = data.find('rate', rateId)
    return version === null ? refused('notFound.rate') : decided([remove('rate', version.id)], null)
  },
}

/** What was deleted is kept for the past only, and gets no new rate. */
const isPresent = (data: Data, noun: Exclude<RateLevel, 'organisation'>, id: string | null): boolean =>
  id !== null && data.where(noun, 'id = ? AND NOT removed', id).length > 0
