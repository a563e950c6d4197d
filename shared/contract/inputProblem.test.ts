// What a wrong argument is told, for each kind of it that the contract's schemas know.
import { expect, test } from 'vitest'
import { requests } from './contract.ts'
import type { RequestName } from './contract.ts'
import { inputProblem, inputProblems } from './inputProblem.ts'

const problemsOf = (name: RequestName, args: unknown) => {
  const parsed = requests[name].args.safeParse(args, { error: inputProblem })
  return parsed.success ? {} : inputProblems(parsed.error)
}

test('G5 what does not fit in a request is named field by field, in plain words', () => {
  expect(problemsOf('customer.add', {})).toEqual({ name: 'is missing' })
  expect(problemsOf('customer.add', { name: ' ' })).toEqual({ name: 'must not be empty' })
  expect(problemsOf('customer.add', { name: 'x'.repeat(201) })).toEqual({
    name: 'must be at most 200 characters long',
  })
  expect(problemsOf('customer.add', { name: 7 })).toEqual({ name: 'must be text' })
  expect(problemsOf('customer.add', { name: 'Acme', status: 'Gone' })).toEqual({
    status: 'must be one of: Active, Prospect, Inactive, Archived',
  })
  expect(problemsOf('customer.add', [])).toEqual({ '': 'must be an object' })
  expect(problemsOf('timer.start', { customerId: null, categoryId: null, at: -1 })).toEqual({
    at: 'must be at least 0',
  })
  expect(problemsOf('timer.start', { customerId: null, categoryId: null, at: 0.5 })).toEqual({
    at: 'must be a whole number',
  })
  expect(problemsOf('timer.start', { customerId: null, categoryId: null, note: 'n'.repeat(10_001) })).toEqual(
    {
      note: 'must be at most 10,000 characters long',
    },
  )
  expect(problemsOf('organisation.edit', { currency: 'euro', holidayCountry: 'Germany' })).toEqual({
    currency: 'must be three capital letters, like EUR',
    holidayCountry: 'must be two capital letters, like DE',
  })
  expect(problemsOf('diary.month', { month: 'March' })).toEqual({ month: expect.stringMatching(/^\S/) })
})
