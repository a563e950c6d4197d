// The floor of a first fill, its server: pages as they stand in PostgreSQL, as gzip JSON through Node's own HTTP. `fillPagesProcess.ts DATABASE`
// says by message where it listens.
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import { MOST_ROWS } from '../shared/team/protocol.ts'

const [connectionString = ''] = process.argv.slice(2)
const client = new pg.Client({ connectionString })
await client.connect()
const zipped = promisify(gzip)
const server = createServer((request, response) => {
  void (async () => {
    const { searchParams } = new URL(request.url ?? '', 'http://floor')
    const { rows } = await client.query<{ id: string; value: string }>(
      // By its organisation as well, which the index begins with: else each page reads the whole table.
      `SELECT id, value FROM row WHERE org = (SELECT id FROM org) AND entity = $1 AND id > $2 AND NOT removed
       ORDER BY id LIMIT ${MOST_ROWS}`,
      [searchParams.get('entity'), searchParams.get('after')],
    )
    const after = rows.length < MOST_ROWS ? null : (rows.at(-1)?.id ?? null)
    const text = `{"rows":[${rows.map(({ value }) => value).join(',')}],"after":${JSON.stringify(after)}}`
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(await zipped(text))
  })()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.once('disconnect', () => {
  server.closeAllConnections()
  server.close()
  void client.end()
})
