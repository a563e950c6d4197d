// The second factor on the command line: its code from a file, from the environment or typed, asked for once the server wants it.
import { readFileSync } from 'node:fs'
import { renderUnicodeCompact } from 'uqr'
import type { DrawnFactor } from '../shared/contract/team.ts'
import { groupedSecret } from '../shared/team/otpauth.ts'
import { pinFrom } from './pin.ts'
import { Refusal, UsageError } from './refusal.ts'

export type CodeFrom = { codeFile?: string }

export async function codeFrom(
  { codeFile }: CodeFrom,
  question = 'Code of your second factor: ',
): Promise<string> {
  const code =
    codeFile === undefined
      ? await pinFrom('DAYBOOK_SECOND_FACTOR', question)
      : (readFileSync(codeFile, 'utf8').split(/\r?\n/)[0] ?? '')
  if (code === null || code.trim() === '')
    throw new UsageError(
      'Run it in a terminal, or give the code of your second factor with --code-file or as DAYBOOK_SECOND_FACTOR.',
    )
  return code.trim()
}

/** Shows the picture and the key, and asks for the code that proves that they were taken over. */
export async function newFactorFrom(how: CodeFrom, { secret, uri }: DrawnFactor) {
  process.stderr.write(
    `Read this picture with an authenticator app:\n${renderUnicodeCompact(uri)}\nor type the key ${groupedSecret(secret)}\n`,
  )
  return { secret, code: await codeFrom(how, 'The six digits that it shows: ') }
}

type More = { secondFactor?: string; newFactor?: { secret: string; code: string } }

/** Without a code first: only who has a second factor is asked for one. */
export async function withFactor<T>(
  how: CodeFrom,
  ask: (more: More) => Promise<T>,
  draw?: () => Promise<DrawnFactor>,
): Promise<T> {
  try {
    return await ask({})
  } catch (error) {
    const code = error instanceof Refusal ? error.error.code : null
    if (code === 'team.factorNeeded') return ask({ secondFactor: await codeFrom(how) })
    if (code === 'team.factorMissing' && draw !== undefined)
      return ask({ newFactor: await newFactorFrom(how, await draw()) })
    throw error
  }
}

export const recoveryText = (codes: readonly string[]): string[] =>
  codes.length === 0
    ? []
    : [
        'Recovery codes, each good for once if you lose your authenticator; they are shown only now:',
        ...codes.map((code) => `  ${code}`),
      ]
