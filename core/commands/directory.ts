// Commands on customers, categories, users and their contracts.
import type { directoryCommands } from '../../shared/contract/directory.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Decision } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import {
  newCategory,
  newCustomer,
  newUser,
  removeCategory,
  removeCustomer,
  removeEmployment,
  removeUser,
  saveCategory,
  saveCustomer,
  saveUser,
  setEmployment,
} from '../../shared/rules/directory.ts'
import type { Usage } from '../../shared/rules/directory.ts'
import { put } from '../../shared/entities/registry.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from '../reads.ts'
import type { Handlers } from './handler.ts'

const withoutValue = <R>(decision: Decision<R>): Decision<null> =>
  decision.ok ? decided(decision.value.changes, null) : decision

const count = (data: Data, sql: string, id: Id): number =>
  data.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, id)?.n ?? 0

const usageOf = (data: Data, noun: 'user' | 'customer' | 'category', id: Id): Usage => {
  // A timer is the nearer reason than what was recorded before: then the guards refuse, and name it (C4, C7, C10).
  if (count(data, `timer WHERE ${noun}_id = ?`, id) > 0) return { entries: 0, other: 0 }
  const entries = count(data, `time_entry WHERE ${noun}_id = ?`, id)
  if (noun === 'category') return { entries, other: 0 }
  const participant = noun === 'user' ? 'primary_participant_id' : 'customer_id'
  const other =
    count(data, `journal_entry WHERE ${noun}_id = ?`, id) + count(data, `task WHERE ${participant} = ?`, id)
  return { entries, other }
}

export const directoryHandlers: Handlers<keyof typeof directoryCommands> = {
  'customer.add': (data, args, ctx) =>
    saveCustomer(newCustomer(ctx.newId(), ctx.now), args, data.list('customer')),
  'customer.edit': (data, { customerId, ...edit }) => {
    const customer = data.find('customer', customerId)
    if (customer === null) return refused('notFound.customer')
    return withoutValue(saveCustomer(customer, edit, data.list('customer')))
  },
  'customer.remove': (data, { customerId }) => {
    const customer = data.find('customer', customerId)
    return customer === null
      ? refused('notFound.customer')
      : removeCustomer(customer, usageOf(data, 'customer', customerId))
  },
  'category.add': (data, args, ctx) => saveCategory(newCategory(ctx.newId()), args, data.list('category')),
  'category.edit': (data, { categoryId, ...edit }) => {
    const category = data.find('category', categoryId)
    if (category === null) return refused('notFound.category')
    return withoutValue(saveCategory(category, edit, data.list('category')))
  },
  'category.remove': (data, { categoryId }) => {
    const category = data.find('category', categoryId)
    return category === null
      ? refused('notFound.category')
      : removeCategory(category, usageOf(data, 'category', categoryId))
  },
  'user.add': (data, args, ctx) => saveUser(newUser(ctx.newId()), args, data.list('user')),
  'user.edit': (data, { userId, ...edit }) => {
    const user = data.find('user', userId)
    return user === null ? refused('notFound.user') : withoutValue(saveUser(user, edit, data.list('user')))
  },
  'user.remove': (data, { userId }, ctx) => {
    const user = data.find('user', userId)
    if (user === null) return refused('notFound.user')
    const employments = data.where('employment', 'user_id = ?', userId)
    return removeUser(
      user,
      { usage: usageOf(data, 'user', userId), others: data.list('user'), employments },
      ctx,
    )
  },
  'employment.set': (data, args, ctx) => {
    if (data.find('user', args.userId) === null) return refused('notFound.user')
    const versions = data.where('employment', 'user_id = ?', args.userId)
    const closedThrough = organisationOf(data)?.closedThrough ?? null
    return setEmployment(args, { versions, closedThrough }, ctx)
  },
  'employment.remove': (data, { employmentId }) => {
    const version = data.find('employment', employmentId)
    return version === null
      ? refused('notFound.employment')
      : removeEmployment(version, organisationOf(data)?.closedThrough ?? null)
  },
  'rules.saveMine': (data, { rules }, ctx) => {
    const user = data.find('user', ctx.actor.userId)
    return user === null ? refused('notFound.user') : decided([put('user', { ...user, rules })], null)
  },
}
