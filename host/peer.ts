// Whose program is at the other end of a connection. Where the system tells, an address can let its owner in without holding a
// secret; where it does not, it still keeps out whom it knows to be another user.
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { endianness, release } from 'node:os'

const ROOT = 0

type Connection = Pick<Socket, 'localAddress' | 'localPort' | 'remoteAddress' | 'remotePort'>

/** What Linux says of itself. */
export type PeerSystem = {
  uid: number
  /** Stands in the tables for every user who has no number in this namespace; nobody can be told by it. */
  nameless: number
  /** Windows' browsers reach us through a helper of Windows' own, so the tables say nothing about who they are. */
  relayed: boolean
  /** Every connection of this computer with its owner; '' where a sandbox hides them. */
  table(): string
}

export type Peers = {
  /** Can it be relied on that the owner of a connection to this port is told? */
  tellsFor(port: number): boolean
  /** True only where the system says that it is this very user. */
  isOwn(connection: Connection): boolean
  /** False only where the system says that it is another user, or nobody any more; root may be a relay, and could read everything anyway. */
  mayBeOwn(connection: Connection): boolean
}

/** null: a system that does not tell. */
export function createPeers(system: PeerSystem | null): Peers {
  if (system === null) return { tellsFor: () => false, isOwn: () => false, mayBeOwn: () => true }
  const { uid, nameless, relayed, table } = system
  const owner = ({ localAddress, localPort, remoteAddress, remotePort }: Connection): number | null =>
    ownerOf(table(), [remoteAddress, remotePort], [localAddress, localPort])
  const named = uid !== nameless && !relayed
  // Its own ear is the one line of which it knows what must stand there.
  const tellsFor = (port: number) => named && ownerOf(table(), ['127.0.0.1', port], ['0.0.0.0', 0]) === uid
  return {
    tellsFor,
    isOwn: (connection) => named && owner(connection) === uid,
    mayBeOwn(connection) {
      const found = owner(connection)
      // Where all are told, one who is not has hung up: what is given then would be lost.
      if (found === null) return !tellsFor(connection.localPort ?? 0)
      return found === ROOT || found === uid
    },
  }
}

export function systemPeers(): Peers {
  const uid = process.getuid?.()
  if (process.platform !== 'linux' || uid === undefined) return createPeers(null)
  const nameless = Number.parseInt(read('/proc/sys/kernel/overflowuid'), 10)
  return createPeers({
    uid,
    nameless: Number.isNaN(nameless) ? 65_534 : nameless,
    relayed: /microsoft/i.test(release()),
    // A browser may reach 127.0.0.1 through either family.
    table: () => ['/proc/net/tcp', '/proc/net/tcp6'].map(read).join('\n'),
  })
}

type End = readonly [address: string | undefined, port: number | undefined]

/**
 * The user of the connection that leads from one end to the other, in Linux's tables; null: not there, or hung up. Both
 * ends whole: another user may hold the same port of another address of this computer, all of 127.0.0.0/8.
 */
export function ownerOf(table: string, from: End, to: End): number | null {
  const [near, far] = [written(from), written(to)]
  if (near === null || far === null) return null
  // Of each line: its number, both ends, state, queues, timer, retransmissions, user, timeout, inode. There may be thousands.
  const line = new RegExp(`^ *\\d+: ${near} ${far}(?: +\\S+){4} +(\\d+) +\\d+ +(\\d+)`, 'm')
  const [, uid, inode] = line.exec(table) ?? []
  // Without an inode no program has it any more, and the 0 in the place of its user is not root's.
  return uid === undefined || inode === '0' ? null : Number(uid)
}

/** As the tables write an end, in either family; words stand there in the order of the machine's bytes. */
function written([address, port]: End): string | null {
  const parts = /^(?:::ffff:)?(\d+)\.(\d+)\.(\d+)\.(\d+)$/i.exec(address ?? '')?.slice(1)
  if (!parts || port === undefined) return null
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0')
  const bytes = endianness() === 'LE' ? parts.toReversed() : parts
  const word = bytes.map((part) => hex(Number(part), 2)).join('')
  return `(?:0{16}(?:FFFF0000|0000FFFF))?${word}:${hex(port, 4)}`
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // Hidden by a sandbox, or without that family: then nobody tells.
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}
