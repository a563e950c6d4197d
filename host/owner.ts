// Is it this very user who is at the other end of a connection? Asked of the system once for each, as the answer cannot change.
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Peers } from './peer.ts'

/** The system's tables change while they are read, and may leave a line out. */
const LOOKS = 3

/** True unless the system says that it is another user, or that nobody is there any more. */
export function createOwnerCheck(peers: Peers): (socket: Socket | Duplex) => boolean {
  const known = new WeakMap<Socket | Duplex, boolean>()
  return (socket) => {
    const answered = known.get(socket)
    if (answered !== undefined) return answered
    let own = false
    for (let look = 0; look < LOOKS && !own; look += 1) own = 'remotePort' in socket && peers.mayBeOwn(socket)
    known.set(socket, own)
    return own
  }
}
