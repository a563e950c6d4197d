// The same hostile requests through the ways that pages have: the desktop's message line and the host's HTTP. What they carry is
// refused with a type, whatever it is, and nobody outside gets an answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressesFor } from '../electron/addresses.ts'
import type { ElectronApi } from '../electron/electronApi.ts'
import { connectPages } from '../electron/ipc.ts'
import { startTestHost, SET_UP } from '../host/testing/testHost.ts'
import { openFirm } from '../core/testing/testApp.ts'
import type { Reply } from '../shared/contract/channel.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { isRequestName, requests } from '../shared/contract/contract.ts'
import { SENTENCES } from '../shared/text/errorText.ts'
import { figure } from './figures.ts'
import { hostile, valid } from './fromSchema.ts'
import { hostileText, hostileValue } from './hostileValues.ts'
import { LIMIT_MS, runs, whileTime } from './size.ts'

const around = { now: Date.UTC(2026, 2, 27, 10) }
/** Sample data, workbooks and what asks a server have tests of their own. */
const LIGHT = (Object.keys(requests) as RequestName[]).filter(
  (name) =>
    !['sample.load', 'everything.load', 'export.start', 'backup.create', 'team.create', 'team.join'].includes(
      name,
    ),
)

const named = fc
  .constantFrom(...LIGHT)
  .chain((name) =>
    fc.tuple(
      fc.constant<unknown>(name),
      fc.oneof(valid(requests[name].args, around), hostile(requests[name].args, around)),
    ),
  )
const anything = fc.tuple(fc.oneof(hostileText, hostileValue), hostileValue)
const request = fc.oneof({ weight: 5, arbitrary: named }, { weight: 1, arbitrary: anything })

const isTyped = (reply: Reply<unknown>): boolean =>
  reply.ok
    ? 'value' in reply
    : Object.keys(SENTENCES.en.of).includes(reply.error.code) && reply.error.code !== 'internal'

describe('through the carriers', () => {
  test(
    'G5 the desktop’s message line: every request is answered with a typed reply, a foreign page never',
    async () => {
      const f = await openFirm('2026-03-27 09:00')
      type Handler = (event: unknown, name: unknown, args: unknown) => Promise<Reply<unknown>>
      let handler: Handler | null = null
      const electron = {
        ipcMain: { handle: (_: string, given: Handler) => void (handler = given) },
        BrowserWindow: { getAllWindows: () => [] },
      } as unknown as ElectronApi
      const addresses = addressesFor(null)
      connectPages(electron, Promise.resolve(f.app), addresses, f.ports.log)
      const ask = handler as Handler | null
      if (ask === null) throw new Error('nobody handles requests')
      const ours = {
        senderFrame: { parent: null, origin: addresses.origin, url: addresses.urlOf('index.html') },
      }
      const foreign = [
        { senderFrame: null },
        { senderFrame: { ...ours.senderFrame, parent: {} } },
        { senderFrame: { ...ours.senderFrame, origin: 'https://evil.example' } },
        { senderFrame: { ...ours.senderFrame, url: 'https://evil.example/index.html' } },
        { senderFrame: { ...ours.senderFrame, origin: 'null', url: 'data:text/html,x' } },
      ]
      let tried = 0
      await fc.assert(
        fc.asyncProperty(
          request,
          fc.constantFrom(...foreign),
          whileTime(async ([name, args], stranger) => {
            tried += 1
            expect(isTyped(await ask(ours, name, args))).toBe(true)
            expect(await ask(stranger, name, args)).toEqual({
              ok: false,
              error: { code: 'request.notPermitted' },
            })
          }),
        ),
        runs(400, 20_000),
      )
      expect(f.errors).toEqual([])
      await f.app.close()
      figure({
        fault: 'hostile requests through the desktop’s message line, from our page and from foreign ones',
        ids: 'G5',
        tried,
        unit: 'requests',
        lost: 0,
        note: 'ours answered with a type, foreign ones refused',
        file: 'carriers',
      })
    },
    LIMIT_MS,
  )

  test(
    'G5 the host’s HTTP: every request is answered with a typed reply, a stranger never, and the host lives on',
    async () => {
      const host = await startTestHost()
      await host.api('organisation.setUp', SET_UP)
      const raw = fc.oneof(
        request.map(([name, args]): [string, string] => [text(name), json(args)]),
        fc.tuple(
          fc.constantFrom<string>(
            ...LIGHT,
            '',
            '__proto__',
            '../../secret.html',
            '%2e%2e%2fsecret.html',
            'a'.repeat(9_000),
          ),
          fc.oneof(hostileText, fc.constantFrom('{', '[]', '"x"', '{"__proto__":{}}', '['.repeat(50_000))),
        ),
      )
      let tried = 0
      await fc.assert(
        fc.asyncProperty(
          raw,
          fc.constantFrom('evil.example', 'localhost.evil.example:80', ''),
          whileTime(async ([name, body], where) => {
            tried += 1
            // Node itself hangs up on an address of many kilobytes.
            const path = `/api/${encodeURIComponent(name.toWellFormed()).slice(0, 4_000)}`
            const headers = { 'content-type': 'application/json', origin: host.origin }
            const answer = await host.ask(path, { method: 'POST', headers, body })
            expect(answer.status).toBeLessThan(500)
            if (answer.status === 200) expect(isTyped(JSON.parse(answer.text) as Reply<unknown>)).toBe(true)
            if (!isRequestName(name)) expect(answer.text).not.toContain('"ok":true')
            const stranger = await host.ask(path, { method: 'POST', headers, body, stranger: true })
            expect(stranger.status).toBeGreaterThanOrEqual(400)
            const rebound = await host.ask(path, {
              method: 'POST',
              headers: where === '' ? { ...headers, origin: 'null' } : { ...headers, host: where },
              body,
            })
            expect(rebound.status).toBeGreaterThanOrEqual(400)
            expect(stranger.text + rebound.text).not.toContain('"ok":true')
          }),
        ),
        runs(120, 4_000),
      )
      expect((await host.api('app.state')).ok).toBe(true)
      await host.close()
      figure({
        fault:
          'hostile requests to the host, with the session’s cookie, without it, and with a foreign Host or Origin',
        ids: 'G5',
        tried: tried * 3,
        unit: 'requests',
        lost: 0,
        note: 'typed replies to its page, nothing to anybody else',
        file: 'carriers',
      })
    },
    LIMIT_MS,
  )
})

const text = (value: unknown): string => (typeof value === 'string' ? value : 'nothing.here')

/** What a page could send at all. */
function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{'
  }
}
