// The page's half of host/leftNotes.ts: while it is let in it is given a key, and what it can save no more is sealed with that and left
// at its old address, where the next start takes it over. The key is in memory only, and whoever else stands there gets nothing to read.
import type { LeftNotes } from '../../shared/contract/channel.ts'

export type NotesLeft = 'saved' | 'later' | 'refused'

export type Leaver = {
  /** Asks for the key, as long as there is none. */
  prepare(): Promise<void>
  leave(notes: LeftNotes): Promise<NotesLeft>
}

type Ask = (path: string, body: string) => Promise<unknown>

const ANSWERS: readonly NotesLeft[] = ['saved', 'later', 'refused']

export function createLeaver(ask: Ask): Leaver {
  let own: { id: string; key: CryptoKey } | null = null
  return {
    async prepare() {
      // A browser without the means to seal keeps its notes on the page.
      if (own !== null || globalThis.crypto?.subtle === undefined) return
      const given = await ask('/left-notes/key', '{}')
      const [id, key] = [textOf(given, 'id'), textOf(given, 'key')]
      if (id === null || key === null) return
      const usages: KeyUsage[] = ['encrypt', 'decrypt']
      own = { id, key: await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, usages) }
    },
    async leave(notes) {
      if (own === null) return 'later'
      const { id, key } = own
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const written = encode(iv)
      const about = new TextEncoder()
      const how = { name: 'AES-GCM', iv, additionalData: about.encode('notes') }
      const sealed = await crypto.subtle.encrypt(how, key, about.encode(JSON.stringify(notes)))
      const answer = await ask(
        '/left-notes',
        JSON.stringify({ id, iv: written, sealed: encode(new Uint8Array(sealed)) }),
      )
      const [answerIv, text] = [textOf(answer, 'iv'), textOf(answer, 'sealed')]
      if (answerIv === null || text === null) return 'later'
      try {
        // Only who has the key can answer, and only to this.
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytesOf(answerIv), additionalData: about.encode(`answer ${written}`) },
          key,
          bytesOf(text),
        )
        const said = new TextDecoder().decode(plain)
        return ANSWERS.find((one) => one === said) ?? 'later'
      } catch (error) {
        if (error instanceof DOMException) return 'later'
        throw error
      }
    },
  }
}

function textOf(value: unknown, name: string): string | null {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null
  return typeof part === 'string' ? part : null
}

const encode = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
