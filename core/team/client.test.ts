// What comes of a page of a first fill, by how it was put: what this device needs to know of it is read without its rows where that is possible.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createTeamClient } from './client.ts'

async function pageOf(text: string, status = 200) {
  const server = createServer((_, response) => response.writeHead(status).end(text))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createTeamClient(url, null)
    .fillPage('customer', '')
    .then(({ rows, after, epoch, scope }) => ({ rows, after, epoch, scope }))
}

const HEAD = '"after":"C,\\"rows\\":[2","epoch":"E","scope":"leader U","count":2'
const READ = { rows: 2, after: 'C,"rows":[2', epoch: 'E', scope: 'leader U' }

test.each([
  ['its head first', `{${HEAD},"rows":[{"id":"C1"},{"note":",\\"rows\\":["}]}`, READ],
  [
    'its rows first, by a server of before',
    '{"rows":[{"id":"C1"},{"rows":[]}],"after":null}',
    { rows: 2, after: null, epoch: undefined, scope: undefined },
  ],
])('H12 H17 a page with %s is read', async (_, text, read) => {
  expect(await pageOf(text)).toEqual(read)
})

test.each([
  ['a head without rows', `{${HEAD}}`],
  ['an end without rows', '{"after":null}'],
  ['rows without an end', '{"rows":[]}'],
  ['a head that says less', '{"after":null,"rows":[]'],
  ['half a head', '{"after":nu,"rows":[]}'],
  ['no JSON', 'rows'],
])('H12 %s is nonsense', async (_, text) => {
  await expect(pageOf(text)).rejects.toThrow('team.nonsense')
})

test('H12 a refusal is told as one', async () => {
  await expect(pageOf('{"error":{"code":"team.revoked"}}', 403)).rejects.toThrow('team.revoked')
})
