// Whose program is at the other end of a connection. A fresh address stands for a moment on the command line of the browser's
// opener, where other people on the same computer may read it; where the system tells, it opens the door to its owner only.
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

const ROOT = 0

/** False only where the system says that it is another user; root may be a relay, and could read everything anyway. */
export function isSameUser(socket: Pick<Socket, 'localPort' | 'remotePort'>): boolean {
  const { localPort, remotePort } = socket
  if (process.platform !== 'linux' || localPort === undefined || remotePort === undefined) return true
  const uid = ownerOf(tables(), remotePort, localPort)
  return uid === null || uid === ROOT || uid === process.getuid?.()
}

/** The user of the connection that leads from one port of this computer to another, in Linux's tables; null: not there. */
export function ownerOf(table: string, from: number, to: number): number | null {
  const [near, far] = [from, to].map((port) => port.toString(16).toUpperCase().padStart(4, '0'))
  // Of each line: its number, both ends, state, queues, timer, retransmissions, user. There may be thousands.
  const line = new RegExp(`^ *\\d+: [0-9A-F]+:${near} [0-9A-F]+:${far}(?: +\\S+){4} +(\\d+)`, 'm')
  const uid = line.exec(table)?.[1]
  return uid === undefined ? null : Number(uid)
}

/** A browser may reach 127.0.0.1 through either family. */
function tables(): string {
  return ['/proc/net/tcp', '/proc/net/tcp6'].map(read).join('\n')
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
