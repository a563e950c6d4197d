// The host as a door: who is let in, what is refused, and that nothing but the screens can be fetched.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportJob } from '../shared/contract/organisation.ts'
import { MAX_BODY_BYTES } from './api.ts'
import { attachment } from '../core/pages/download.ts'
import { PAGES, SET_UP, startTestHost } from './testing/testHost.ts'
import type { TestHost } from './testing/testHost.ts'
import type { Urls } from './urls.ts'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
  await host.api('organisation.setUp', SET_UP)
})
afterAll(() => host.close())

const json = { 'content-type': 'application/json' }
const own = () => ({ ...json, origin: host.origin })

test('G5 a token opens the door once, becomes a cookie that scripts cannot read, and leaves the address', async () => {
  const path = host.newUrls().url.slice(host.origin.length)
  const first = await host.ask(path, { stranger: true })
  expect(first.status).toBe(303)
  // Behind the #, which browsers send to nobody.
  expect(first.headers.location).toMatch(/^\/#key=[\w-]{32}$/)
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^daybook-\d+=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const second = await host.ask(path, { stranger: true })
  expect(second.status).toBe(401)
  expect(second.headers['set-cookie']).toBeUndefined()
  expect(second.text).toContain('Start Daybook once more')
  // Whoever is in already only loses the token from the address.
  expect((await host.ask(path)).status).toBe(303)
})

test('G5 without the cookie there is no page, no file, no answer; a forged cookie is none', async () => {
  for (const path of ['/', '/index.html', '/assets/main-AbC12345.js', '/exports/1']) {
    expect((await host.ask(path, { stranger: true })).status, path).toBe(401)
  }
  const refused = await host.ask('/api/app.state', {
    stranger: true,
    method: 'POST',
    headers: json,
    body: '{}',
  })
  expect(refused.status).toBe(401)
  expect(refused.text).not.toContain('Acme')
  const forged = { cookie: `daybook-${host.port}=abc.def` }
  expect((await host.ask('/', { stranger: true, headers: forged })).status).toBe(401)
  const tampered = { cookie: `${host.cookie}x` }
  expect((await host.ask('/', { stranger: true, headers: tampered })).status).toBe(401)
})

test('G5 a foreign Host (DNS rebinding) and a foreign Origin are refused even with the cookie', async () => {
  for (const foreign of [
    'evil.example',
    `evil.example:${host.port}`,
    '127.0.0.1',
    `127.0.0.1:${host.port}`,
    `localhost:${host.port}`,
    `daybook-0123456789abcdef0123.localhost:${host.port}`,
    `127.0.0.1:${host.port + 1}`,
    `127.0.0.1:${host.port}.evil.example`,
  ]) {
    expect((await host.ask('/', { headers: { host: foreign } })).status, foreign).toBe(421)
  }
  for (const origin of [
    'http://evil.example',
    host.origin.replace('http', 'https'),
    `http://127.0.0.1:${host.port}`,
    `http://${host.name.split(':')[0]}:${host.port + 1}`,
    'null',
  ]) {
    const answer = await host.ask('/api/app.state', {
      method: 'POST',
      headers: { ...json, origin },
      body: '{}',
    })
    expect(answer.status, origin).toBe(403)
    expect(answer.text).not.toContain('Acme')
  }
  const noOrigin = { ...json, 'sec-fetch-site': 'cross-site' }
  expect((await host.ask('/api/app.state', { method: 'POST', headers: noOrigin, body: '{}' })).status).toBe(
    403,
  )
  expect((await host.ask('/api/app.state', { method: 'POST', headers: own(), body: '{}' })).status).toBe(200)
})

test('G5 no CORS, a strict policy without inline script, and no guessing of types on every answer', async () => {
  for (const path of ['/', '/nothing', '/api/app.state', '/health']) {
    const { headers } = await host.ask(path, { headers: { origin: host.origin } })
    expect(headers['access-control-allow-origin'], path).toBeUndefined()
    const policy = String(headers['content-security-policy'])
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).toContain("script-src 'self';")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
  }
  const preflight = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
  expect((await host.ask('/api/app.state', { method: 'OPTIONS', headers: preflight })).status).toBe(403)
})

test('G5 no path leads out of the screens, however it is written', async () => {
  const ways = [
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/../../secret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/..\\secret.html',
    '/..%5csecret.html',
    '/assets\\..\\..\\secret.html',
    '//secret.html',
    '/%00/secret.html',
    '/index.html%00',
    '/etc/passwd',
    '/%2fetc/passwd',
    'file:///etc/passwd',
    '/%c0%ae%c0%ae/secret.html',
  ]
  for (const way of ways) {
    const answer = await host.ask(way)
    expect(answer.text, way).not.toMatch(/outside of the screens|root:/)
    expect([400, 404], way).toContain(answer.status)
  }
  for (const page of ['/', '/index.html'])
    expect((await host.ask(page)).text.replace(/src="\/[0-9a-f]{18}\//, 'src="./')).toBe(PAGES['index.html'])
  expect((await host.ask('/quick.html')).text).toBe(PAGES['quick.html'])
})

test('G14 hashed files are kept by the browser and come compressed, pages are never kept', async () => {
  const page = await host.ask('/')
  expect([page.headers['cache-control'], page.headers.etag]).toEqual(['no-store', undefined])
  const path = /src="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const script = await host.ask(path, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(script.headers['content-encoding']).toBe('br')
  expect(Number(script.headers['content-length'])).toBeLessThan(500)
  expect(script.headers['cache-control']).toContain('immutable')
  const again = await host.ask(path, { headers: { 'if-none-match': String(script.headers.etag) } })
  expect(again.status).toBe(304)
})

test('K19 what the pages load lies under a name that nobody could know before this start', async () => {
  const path = /src="([^"]+)"/.exec((await host.ask('/')).text)?.[1] ?? ''
  expect(path).toMatch(/^\/[0-9a-f]{18}\/assets\/main-AbC12345\.js$/)
  for (const known of [
    '/assets/main-AbC12345.js',
    '/0123456789abcdef01/assets/main-AbC12345.js',
    '/main-AbC12345.js',
  ])
    expect((await host.ask(known)).status, known).toBe(404)
  const other = await startTestHost()
  expect((await other.ask(path)).status).toBe(404)
  await other.close()
})

test('K19 the cookie without the key, or with another’s, is told nothing: browsers send it to every port of an address', async () => {
  const post = (headers: Record<string, string>) =>
    host.ask('/api/app.state', { method: 'POST', headers: { ...json, ...headers }, body: '{}' })
  for (const key of ['', 'guessed', host.key.slice(1), `${host.key}x`, host.cookie.split('=')[1] ?? '']) {
    const { status, text } = await post({ 'x-daybook-key': key })
    expect([status, text.includes('Acme')], key).toEqual([401, false])
  }
  expect((await post({})).status).toBe(200)
})

test('K19 cookies that another port has set beside ours lock nobody out', async () => {
  const [name = ''] = host.cookie.split('=')
  for (const cookie of [
    `${name}=planted; ${host.cookie}`,
    `${host.cookie}; ${name}=planted`,
    `${name}=; a=b; ${host.cookie}`,
  ])
    expect((await host.ask('/', { headers: { cookie } })).status, cookie).toBe(200)
  expect((await host.ask('/', { stranger: true, headers: { cookie: `${name}=planted` } })).status).toBe(401)
})

test('K19 where a session begins, the browser forgets what it kept for this address; a second way in keeps the first', async () => {
  const enter = (cookie?: string) =>
    host.ask(host.newUrls().url.slice(host.origin.length), {
      stranger: true,
      ...(cookie === undefined ? {} : { headers: { cookie } }),
    })
  const first = await enter()
  expect(first.headers['clear-site-data']).toBe('"cache", "storage"')
  const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const second = await enter(cookie)
  expect([second.headers['set-cookie'], second.headers.location]).toEqual([undefined, first.headers.location])
})

test('G5 what is no JSON request of the contract is refused with its code', async () => {
  const post = async (name: string, body: string, headers: Record<string, string> = json) => {
    const { status, text } = await host.ask(`/api/${name}`, { method: 'POST', headers, body })
    return [status, (JSON.parse(text) as { error?: { code: string } }).error?.code]
  }
  expect(await post('app.state', '{}')).toEqual([200, undefined])
  expect(await post('app.state', '{}', { 'content-type': 'text/plain' })).toEqual([415, 'request.invalid'])
  expect(await post('app.state', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
    415,
    'request.invalid',
  ])
  expect(await post('app.state', '{')).toEqual([400, 'request.invalid'])
  expect(await post('app.state', '')).toEqual([400, 'request.invalid'])
  expect(await post('timer.nonsense', '{}')).toEqual([404, 'request.unknown'])
  expect(await post('__proto__', '{}')).toEqual([404, 'request.unknown'])
  expect(await post('constructor', '{}')).toEqual([404, 'request.unknown'])
  expect(await post('timer.start', '{"customerId": 5}')).toEqual([200, 'request.invalid'])
  expect(await post('timer.start', 'null')).toEqual([200, 'request.invalid'])
  expect((await host.ask('/api/app.state')).status).toBe(405)
  const path = '{"what":{"kind":"payroll","month":"2026-03"},"path":"/tmp/x.xlsx"}'
  expect(await post('export.start', path)).toEqual([400, 'request.invalid'])
  expect(await post('calendar.import', '{"dryRun":true,"path":"/etc/passwd"}')).toEqual([
    400,
    'request.invalid',
  ])
})

test('G5 a body above 1 MB is refused, said to be long or not, and the host goes on', async () => {
  const body = JSON.stringify({ note: 'x'.repeat(MAX_BODY_BYTES) })
  const long = await host
    .ask('/api/app.state', { method: 'POST', headers: json, body })
    .catch(() => ({ status: 413 }))
  expect(long.status).toBe(413)
  const chunked = await host
    .ask('/api/app.state', { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body })
    .catch(() => ({ status: 413 }))
  expect(chunked.status).toBe(413)
  expect(await host.api('app.state')).toMatchObject({ ok: true })
})

test('G5 /health says only that it lives; the hand-over wants the secret of the data folder', async () => {
  expect((await host.ask('/health', { stranger: true })).text).toBe('{"ok":true}')
  const handOver = (headers: Record<string, string>) =>
    host.ask('/instance', { stranger: true, method: 'POST', headers })
  expect((await handOver({})).status).toBe(401)
  expect((await handOver({ authorization: 'Daybook wrong' })).status).toBe(401)
  const given = JSON.parse((await handOver({ authorization: `Daybook ${host.secret}` })).text) as Urls
  expect(given.url.replace(host.origin, '')).toMatch(/^\/\?token=[\w-]{32}$/)
  // No browser is about to come, so nothing stands open for one.
  expect(given.opener).toBeNull()
})

test('B32 B43 an export is written in the background and fetched as a download, by its page only', async () => {
  const [customer] = ((await host.api('customer.list')).value as { rows: { id: string }[] }).rows
  const [category] = (await host.api('category.list')).value as { id: string }[]
  const startAt = Date.UTC(2026, 2, 3, 9)
  const entry = { customerId: customer?.id, categoryId: category?.id, startAt, endAt: startAt + 3_600_000 }
  expect(await host.api('entry.add', entry)).toMatchObject({ ok: true })
  const { app } = host.application
  const done = new Promise<ExportJob>((ended) => {
    app?.subscribe((event) => event.type === 'export' && event.job.state !== 'running' && ended(event.job))
  })
  const started = await host.api('export.start', { what: { kind: 'payroll', month: '2026-03' } })
  const job = await done
  expect(job).toMatchObject({ state: 'done', path: null, jobId: (started.value as { jobId: string }).jobId })
  const file = await host.ask(`/exports/${job.jobId}`)
  expect(file.status).toBe(200)
  expect(file.text.slice(0, 2)).toBe('PK')
  expect(file.headers['content-type']).toContain('spreadsheetml')
  expect(file.headers['content-disposition']).toContain(`filename="${job.fileName}"`)
  expect((await host.ask(`/exports/${job.jobId}`, { stranger: true })).status).toBe(401)
})

test('B32 a workbook is offered under its own name; an unknown one is not there', async () => {
  expect((await host.ask('/exports/01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404)
  expect((await host.ask('/exports/..%2f..%2fdaybook.db')).status).toBe(404)
  expect(attachment('Müller "März" 2026.xlsx')).toBe(
    `attachment; filename="Muller _Marz_ 2026.xlsx"; filename*=UTF-8''M%C3%BCller%20%22M%C3%A4rz%22%202026.xlsx`,
  )
})
