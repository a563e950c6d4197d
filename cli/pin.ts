// The PIN on the command line: from the environment or typed unseen, never as an argument, which others on the computer could read.
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { App } from '../core/ports.ts'
import { Refusal } from './refusal.ts'

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })

/** null: it is not in the environment, and nobody is there who could type it. */
export async function pinFrom(
  variable:
    'DAYBOOK_PIN' | 'DAYBOOK_NEW_PIN' | 'DAYBOOK_PASSWORD' | 'DAYBOOK_NEW_PASSWORD' | 'DAYBOOK_SECOND_FACTOR',
  question: string,
): Promise<string | null> {
  const given = process.env[variable]
  if (given !== undefined && given !== '') return given
  if (!process.stdin.isTTY) return null
  process.stderr.write(question)
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

/** Shows who asks, where the firm wants PINs and the current user has one. Throws Refusal. */
export async function unlock(app: App): Promise<void> {
  const state = await app.invoke('app.state', {})
  if (!state.ok || state.value.pins?.locked !== true || state.value.currentUser === null) return
  const { id: userId, name } = state.value.currentUser
  const pin = await pinFrom('DAYBOOK_PIN', `PIN of ${name}: `)
  if (pin === null)
    throw new Refusal(
      { code: 'session.locked' },
      'Run it in a terminal, or put the PIN into the environment as DAYBOOK_PIN.',
    )
  const reply = await app.invoke('session.switchUser', { userId, pin })
  if (!reply.ok) throw new Refusal(reply.error)
}
