// `daybook module`: switched for the organisation and for a user, and what is off said in words (F12).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'F12 modules are listed, switched off and on, and a mistyped one is named',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect(await done('module', 'list')).toMatch(/clientTimer +Client Timer +on +yes/)
    expect(await done('module', 'off', 'client timer')).toContain('Client Timer is off; its data stay.')
    const refused = await run('start', '--customer', 'Acme', '--category', 'Support', '--create')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('The timer is switched off for you.')
    await done('module', 'on', 'clientTimer')
    await done('module', 'off', 'clientTimer', '--user', 'Ana')
    const { value } = await json('module', 'list', '--user', 'Ana')
    expect(value.modules).toContainEqual(expect.objectContaining({ module: 'clientTimer', on: false }))
    expect((await run('module', 'off', 'clientTimers')).err).toContain('clientTimer')
  },
)
