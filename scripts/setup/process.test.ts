// Guards how the scripts run other programs: every way to end is a code, none an exception, and nothing is waited for in vain.
import { tmpdir } from 'node:os'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { findProgram, run } from './process.mjs'

const cwd = tmpdir()
const node = (script: string, options: { timeoutMs?: number; abort?: AbortSignal } = {}) =>
  run(process.execPath, ['--eval', script], { cwd, quiet: true, ...options })

test('a program ends with its own code and what it said', async () => {
  expect(await node("console.log('out'); console.error('err'); process.exit(3)")).toEqual({
    code: 3,
    output: expect.stringMatching(/out\n.*err|err\n.*out/s) as string,
    interrupted: false,
  })
})

test('a program that cannot be started is a code with the reason', async () => {
  const { code, output } = await run('no-such-program', [], { cwd, quiet: true })
  expect(code).toBe(127)
  expect(output).toContain('no-such-program')
})

test('a program that hangs is ended at its limit', async () => {
  const { code } = await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })
  expect(code).toBe(124)
})

test('a program is ended when what it belongs to ends', async () => {
  const stop = new AbortController()
  const running = node('setInterval(() => {}, 1000)', { abort: stop.signal })
  stop.abort()
  expect((await running).code).not.toBe(0)
})

test('a signal is passed on, and told apart from a failure', async () => {
  const running = node('setInterval(() => {}, 1000)')
  process.emit('SIGTERM')
  expect(await running).toMatchObject({ code: 143, interrupted: true })
})

test('no listener for signals is left behind', async () => {
  const before = process.listenerCount('SIGTERM')
  await node('')
  expect(process.listenerCount('SIGTERM')).toBe(before)
})

test('a program is found on PATH in the order of the names, or by its own path', () => {
  const { PATH } = process.env
  try {
    process.env.PATH = dirname(process.execPath)
    const name = basename(process.execPath).replace(/\.exe$/, '')
    expect(findProgram(['no-such-program', name])).toBe(process.execPath)
    expect(findProgram(['no-such-program'])).toBeUndefined()
    process.env.PATH = ''
    expect(findProgram([name, process.execPath])).toBe(process.execPath)
  } finally {
    process.env.PATH = PATH
  }
})
