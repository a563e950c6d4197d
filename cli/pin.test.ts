// PINs on the command line: every command shows who asks, and the PIN stands on no command line.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { processesOn } from './testing/spawnCli.ts'

test('K19 with a PIN every command wants it from the environment or a terminal; a wrong one is refused; it is removed with it', async () => {
  const folder = temporaryFolder()
  const { run, done, setUp } = processesOn(folder)
  await setUp()
  await done('call', 'organisation.edit', '{"pins":true}')
  expect((await run('pin')).code).toBe(2)
  process.env.DAYBOOK_NEW_PIN = '4938'
  try {
    expect(await done('pin')).toContain('The PIN of Ana is set.')
    const locked = await run('customers')
    expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('DAYBOOK_PIN')])
    process.env.DAYBOOK_PIN = '0000'
    expect((await run('customers')).err).toContain('This is not the PIN of Ana')
    process.env.DAYBOOK_PIN = '4938'
    expect(await done('customers')).toContain('Acme')
    expect(await done('pin', '--remove')).toBe('Ana has no PIN.\n')
    delete process.env.DAYBOOK_PIN
    expect(await done('customers')).toContain('Acme')
  } finally {
    delete process.env.DAYBOOK_PIN
    delete process.env.DAYBOOK_NEW_PIN
  }
})
