// What a command prints: for people lines on stdout, for programs one JSON document; refusals on stderr.
import { styleText } from 'node:util'
import { toDatabaseProblem } from '../core/db/sqliteError.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { errorSentence } from '../shared/text/errorText.ts'
import { forJson } from './jsonOut.ts'
import { Refusal, UsageError } from './refusal.ts'
import { dateAndTime, what } from './words.ts'

/** What a command has to say: the value for programs, and text for people. `exit`: what it found is no success (1) or not all (3). */
export type Outcome = { value: unknown; text: string; exit?: 1 | 3 }

export type Output = {
  outcome(outcome: Outcome, zone: string): void
  /** Prints why it was not done, and returns the exit code. */
  failure(error: unknown, zone: string): number
}

/** Colours only where somebody looks. */
export const green = (text: string) => styleText('green', text, { stream: process.stdout })
export const yellow = (text: string) => styleText('yellow', text, { stream: process.stdout })
export const dim = (text: string) => styleText('dim', text, { stream: process.stdout })

export function createOutput(json: boolean): Output {
  const document = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  return {
    outcome({ value, text }, zone) {
      if (json) document(forJson(value, zone))
      else if (text !== '') process.stdout.write(`${text}\n`)
    },
    failure(error, zone) {
      const { code, lines, details, exit } = describe(error, zone)
      process.stderr.write(`daybook: ${lines.join('\n  ')}\n`)
      if (json)
        document({
          error: { code, message: lines[0], ...(details ? { details: forJson(details, zone) } : {}) },
        })
      return exit
    },
  }
}

type Failure = { code: string; lines: string[]; details?: AppError['details']; exit: number }

function describe(error: unknown, zone: string): Failure {
  if (error instanceof UsageError) return { code: 'usage', lines: [error.message], exit: 2 }
  if (error instanceof Refusal) return refusal(error.error, error.hint, zone)
  const problem = toDatabaseProblem(error)
  if (problem) {
    const { file } = problem.details
    const named = typeof file === 'string' ? { values: { file } } : {}
    return refusal(
      { code: problem.code, details: named },
      [
        ...(typeof file === 'string' ? [`File: ${file}`] : []),
        // What is in it that is not ours, in names of its parts alone.
        ...(problem.details.cause === 'schema' ? [String(problem.details.message)] : []),
        ...(problem.code === 'db.damaged'
          ? ['"daybook restore" puts the newest sound backup in its place.']
          : []),
      ].join('\n  ') || null,
      zone,
    )
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'internal', lines: [errorSentence({ code: 'internal' }, 'en'), message], exit: 1 }
}

function refusal(error: AppError, hint: string | null, zone: string): Failure {
  const { timers = [], nearest = [], fields = {} } = error.details ?? {}
  const lines = [
    errorSentence(error, 'en'),
    ...timers.map(
      (timer) =>
        `${timer.userName}: ${what(timer)}, ${timer.state}, since ${dateAndTime(timer.startedAt, zone)}`,
    ),
    ...Object.entries(fields).map(([path, inputProblem]) =>
      path === '' ? inputProblem : `${path}: ${inputProblem}`,
    ),
    ...(nearest.length > 0
      ? [`${error.code === 'name.ambiguous' ? 'Codes' : 'Nearest'}: ${nearest.join(', ')}`]
      : []),
    ...(hint === null ? [] : [hint]),
    ...(error.incident === undefined ? [] : [`Incident ${error.incident}; see the log in the data folder.`]),
  ]
  return { code: error.code, lines, details: error.details, exit: 1 }
}
