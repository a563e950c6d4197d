// `npm run audit` against a registry that answers, one that warns, and one that cannot be asked.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { jsonWithin, shippedFindings } from './shipped.mjs'

// Each starts npm.
vi.setConfig({ testTimeout: 120_000 })

const LOCK = {
  packages: {
    'node_modules/ws': { version: '8.0.0' },
    'node_modules/electron': { version: '45.0.0', dev: true },
    'node_modules/vite': { version: '8.0.0', dev: true },
    'node_modules/vite/node_modules/ws': { version: '7.0.0', dev: true },
  },
}
const weak = (...nodes: string[]) => ({
  severity: 'high',
  nodes,
  via: [{ title: 'Hole', url: 'https://x.example' }],
})

test('what ships is judged: production packages and Electron, and nothing that is only for development', () => {
  const report = (vulnerabilities: object) => shippedFindings({ vulnerabilities }, LOCK)
  expect(report({})).toEqual([])
  expect(report({ vite: weak('node_modules/vite') })).toEqual([])
  expect(report({ electron: weak('node_modules/electron') })).toEqual([
    'high: electron 45.0.0, Hole https://x.example',
  ])
  expect(report({ ws: weak('node_modules/ws', 'node_modules/vite/node_modules/ws') })).toEqual([
    'high: ws 8.0.0, Hole https://x.example',
  ])
  expect(shippedFindings({ message: '405' }, LOCK)).toBeNull()
  expect(shippedFindings(null, LOCK)).toBeNull()
  expect(jsonWithin('npm warn\n{"a":{"b":1}}\nnpm error')).toEqual({ a: { b: 1 } })
  expect(jsonWithin('nothing')).toBeNull()
})

/** Runs the script against a registry that answers the question for vulnerabilities like this. */
async function audit(status: number, advisories: object): Promise<{ code: number; said: string }> {
  const registry = createServer((request, response) => {
    const { method, url = '' } = request
    const asked = method === 'POST' && url.endsWith('/advisories/bulk')
    response.writeHead(asked ? status : 404, { 'content-type': 'application/json' })
    request.resume().on('end', () => response.end(JSON.stringify(asked ? advisories : {})))
  })
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  onTestFinished(() => void registry.close())
  const { port } = registry.address() as AddressInfo
  const child = spawn(process.execPath, [join(import.meta.dirname, 'audit.mjs')], {
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: '0',
    },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

test('a clean answer passes, a vulnerable package that ships fails, and no answer is no pass', async () => {
  expect(await audit(200, {})).toEqual({
    code: 0,
    said: expect.stringContaining('nothing that ships has a known vulnerability'),
  })
  const advisory = (title: string) => ({
    id: 1,
    url: 'https://advisories.example/1',
    title,
    severity: 'critical',
    vulnerable_versions: '>=0.0.0',
  })
  const bad = await audit(200, { ws: [advisory('Hole in ws')], prettier: [advisory('Hole in prettier')] })
  expect(bad.code).toBe(1)
  expect(bad.said).toContain('critical: ws')
  expect(bad.said).not.toContain('prettier')
  const silent = await audit(405, {})
  expect(silent.code).toBe(2)
  expect(silent.said).toContain('cannot be asked about vulnerabilities (it answered 405). Nothing is known.')
})
