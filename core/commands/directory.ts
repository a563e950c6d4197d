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
import type { EntityOf } from '../../shared/entities/registry.ts'
import type { Data } from '../db/data.ts'
import { entriesOn, organisationOf } from '../reads.ts'
import type { Handlers } from './handler.ts'

const withoutValue = <R>(decision: Decision<R>): Decision<null> =>
  decision.ok ? decided(decision.value.changes, null) : decision

const count = (data: Data, sql: string, id: Id): number =>
  data.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, id)?.n ?? 0

/** What was deleted is kept for the past only: nothing can be done with it any more. */
const present = <N extends 'user' | 'customer' | 'category'>(
  data: Data,
  noun: N,
  id: Id,
): EntityOf<N> | null => data.where(noun, 'id = ? AND NOT removed', id)[0] ?? null

const usageOf = (data: Data, noun: 'user' | 'customer' | 'category', id: Id): Usage => {
  const entries = count(data, `time_entry WHERE ${noun}_id = ?`, id)
  if (noun === 'category') return { entries, other: 0 }
  const participant = noun === 'user' ? 'primary_participant_id' : 'customer_id'
  const other =
    count(data, `journal_entry WHERE ${noun}_id = ?`, id) + count(data, `task WHERE ${participant} = ?`, id)
  return { entries, other }
}

export const directoryHandlers: Handlers<keyof typeof directoryCommands> = {
  'customer.add': (data, args, ctx) =>
    saveCustomer(newCustomer(ctx.newId(), ctx.now), args, data.where('customer', 'NOT removed')),
  'customer.edit': (data, { customerId, ...edit }) => {
    const customer = present(data, 'customer', customerId)
    if (customer === null) return refused('notFound.customer')
    return withoutValue(saveCustomer(customer, edit, data.where('customer', 'NOT removed')))
  },
  'customer.remove': (data, { customerId }) => {
    const customer = present(data, 'customer', customerId)
    if (customer === null) return refused('notFound.customer')
    const projects = data
      .where('project', 'customer_id = ?', customerId)
      .map((project) => ({ project, entries: entriesOn(data, project.id) }))
    return removeCustomer(customer, usageOf(data, 'customer', customerId), projects)
  },
  'category.add': (data, args, ctx) =>
    saveCategory(newCategory(ctx.newId()), args, data.where('category', 'NOT removed')),
  'category.edit': (data, { categoryId, ...edit }) => {
    const category = present(data, 'category', categoryId)
    if (category === null) return refused('notFound.category')
    return withoutValue(saveCategory(category, edit, data.where('category', 'NOT removed')))
  },
  'category.remove': (data, { categoryId }) => {
    const category = present(data, 'category', categoryId)
    return category === null
      ? refused('notFound.category')
      : removeCategory(category, usageOf(data, 'category', categoryId))
  },
  'user.add': (data, args, ctx) =>
    saveUser(newUser(ctx.newId(), ctx.today), args, data.where('user', 'NOT removed')),
  'user.edit': (data, { userId, ...edit }) => {
    const user = present(data, 'user', userId)
    return user === null
      ? refused('notFound.user')
      : withoutValue(saveUser(user, edit, data.where('user', 'NOT removed')))
  },
  'user.remove': (data, { userId }, ctx) => {
    const user = present(data, 'user', userId)
    if (user === null) return refused('notFound.user')
    const employments = data.where('employment', 'user_id = ?', userId)
    return removeUser(
      user,
      { usage: usageOf(data, 'user', userId), others: data.where('user', 'NOT removed'), employments },
      ctx,
    )
  },
  'employment.set': (data, args, ctx) => {
    if (present(data, 'user', args.userId) === null) return refused('notFound.user')
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
    const user = present(data, 'user', ctx.actor.userId)
    return user === null ? refused('notFound.user') : decided([put('user', { ...user, rules })], null)
  },
}
