// What about a request's arguments does not fit, field by field, in words that need no schema to be understood.
import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** For zod's `error`; undefined leaves its own words, and those that a schema gives itself come first. */
export function inputProblem(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is missing'
    return `must be ${TYPES[issue.expected] ?? issue.expected}`
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const small = issue.code === 'too_small'
    const bound = Number(small ? issue.minimum : issue.maximum)
    if (small && bound === 1 && issue.origin === 'string') return 'must not be empty'
    return `must be ${small ? 'at least' : 'at most'} ${bound.toLocaleString('en')}${UNITS[issue.origin] ?? ''}`
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return 'is not written as it should be'
  if (issue.code === 'unrecognized_keys') return `is not known here: ${issue.keys.join(', ')}`
  return undefined
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters long', array: ' long' }

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** By the path of each field; '' is the arguments as a whole. The first word on a field stays. */
export function inputProblems(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [path.map(String).join('.'), message]),
  )
}
