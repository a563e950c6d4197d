// Commands on customers, categories, users and their contracts.
import type { directoryCommands } from '../../shared/contract/directory.ts'
import { arranged } from '../../shared/rules/buttons.ts'
import { colourInTurn } from '../../shared/entities/colour.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import {
  edited,
  editedUser,
  isWrongMail,
  newCategory,
  newCustomer,
  newUser,
  removeCustomer,
  removeUser,
  setEmployment,
  wasThere,
} from '../../shared/rules/directory.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import { organisationOf } from '../facts/reads.ts'
import { isRecalled, present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'
import { editNamed, removeNamed } from './named.ts'

export const directoryHandlers: Handlers<keyof typeof directoryCommands> = {
  'customer.add': (data, args, ctx) => {
    if (isWrongMail('', args.email)) return refused('mail.noAddress')
    const colour = colourInTurn(data.list('customer'))
    const customer = edited(newCustomer(ctx.newId(), colour, ctx.now), args)
    return decided([put('customer', customer)], { customerId: customer.id })
  },
  'customer.edit': (data, { customerId, ...edit }) =>
    isWrongMail(present(data, 'customer', customerId)?.email ?? '', edit.email)
      ? refused('mail.noAddress')
      : editNamed(data, 'customer', customerId, edit),
  'customer.remove': (data, { customerId }) => {
    const customer = present(data, 'customer', customerId)
    if (customer === null) return refused('notFound.customer')
    const partsOf = <N extends 'project' | 'case'>(noun: N) =>
      data
        .where(noun, 'customer_id = ?', customerId)
        .map((thing) => ({ thing, recalled: isRecalled(data, noun, thing.id) }))
    const parts = { projects: partsOf('project'), cases: partsOf('case') }
    return removeCustomer(customer, isRecalled(data, 'customer', customerId), parts)
  },
  'category.add': (_data, args, ctx) => {
    const category = edited(newCategory(ctx.newId()), args)
    return decided([put('category', category)], { categoryId: category.id })
  },
  'category.edit': (data, { categoryId, ...edit }) => editNamed(data, 'category', categoryId, edit),
  'category.remove': (data, { categoryId }) => removeNamed(data, 'category', categoryId, { active: false }),
  'user.add': (_data, args, ctx) => {
    if (isWrongMail('', args.email)) return refused('mail.noAddress')
    const user = editedUser(newUser(ctx.newId(), ctx.today), args, ctx.today)
    return decided([put('user', user)], { userId: user.id })
  },
  'user.edit': (data, { userId, ...edit }, { today }) => {
    const user = present(data, 'user', userId)
    if (user === null) return refused('notFound.user')
    return isWrongMail(user.email, edit.email)
      ? refused('mail.noAddress')
      : decided([put('user', editedUser(user, edit, today))], null)
  },
  'user.remove': (data, { userId }, ctx) => {
    const user = present(data, 'user', userId)
    if (user === null) return refused('notFound.user')
    const contracts = data.where('employment', 'user_id = ?', userId)
    const closedThrough = organisationOf(data)?.closedThrough ?? null
    const recalled = isRecalled(data, 'user', userId) || wasThere(user, contracts, closedThrough)
    return removeUser(user, recalled, ctx)
  },
  'employment.set': (data, args, ctx) => {
    if (present(data, 'user', args.userId) === null) return refused('notFound.user')
    return setEmployment(args, data.where('employment', 'user_id = ?', args.userId), ctx)
  },
  'employment.remove': (data, { employmentId }) => {
    const version = data.find('employment', employmentId)
    return version === null
      ? refused('notFound.employment')
      : decided([remove('employment', version.id)], null)
  },
  'buttons.arrange': (data, { buttons }, ctx) => {
    const user = present(data, 'user', ctx.actor.userId)
    if (user === null) return refused('notFound.user')
    return decided([put('user', { ...user, buttons: buttons === null ? null : arranged(buttons) })], null)
  },
  'rules.saveMine': (data, { rules }, ctx) => {
    const user = present(data, 'user', ctx.actor.userId)
    return user === null ? refused('notFound.user') : decided([put('user', { ...user, rules })], null)
  },
}
