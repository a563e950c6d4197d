// The arguments of a request, understood whole or not at all: a field that it does not know was meant for something, so it is named
// instead of left out.
import type { Result } from '../base/result.ts'
import { fail, ok } from '../base/result.ts'
import type { RequestName } from './contract.ts'
import { requests } from './contract.ts'
import type { AppError } from './errors.ts'
import { appError } from './errors.ts'
import { inputProblem, inputProblems } from './inputProblem.ts'

export function readArgs(name: RequestName, given: unknown): Result<object, AppError> {
  const parsed = requests[name].args.safeParse(given, { error: inputProblem })
  if (!parsed.success) return fail(appError('request.invalid', { fields: inputProblems(parsed.error) }))
  const unknown = leftOut(given, parsed.data)
  if (unknown.length === 0) return ok(parsed.data as object)
  return fail(
    appError('request.invalid', {
      fields: Object.fromEntries(unknown.map((path) => [path, 'is not known here'])),
    }),
  )
}

/** The paths of what was given and is not in what was understood, for schemas drop what they do not name. */
function leftOut(given: unknown, understood: unknown, path = ''): string[] {
  const within = (key: string | number, value: unknown, as: unknown) =>
    leftOut(value, as, path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(given))
    // A list of which something was taken out, as what stands in it twice, is not told apart any more.
    return Array.isArray(understood) && understood.length === given.length
      ? given.flatMap((value, index) => within(index, value, understood[index]))
      : []
  if (!isObject(given) || !isObject(understood)) return []
  return Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (!Object.hasOwn(understood, key)) return [path === '' ? key : `${path}.${key}`]
    return within(key, value, understood[key])
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
