// The screens in a browser, without a browser: what a page asks and hears from the server.
import { WebSocket } from 'ws'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { CSRF_HEADER } from '../web/session.ts'
import { PASSWORD } from './firm.ts'
import type { TestServer } from './teamServer.ts'
import type { WebBrowser } from './webBrowser.ts'
import { webBrowser } from './webBrowser.ts'

export type Screens = {
  browser: WebBrowser
  reply<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>>
  ok<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>>
  refused<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<AppError>
  /** What a page hears from now on; `closed`: with which code it was sent away. */
  hear(): Promise<{ events: AppEvent[]; closed: Promise<number>; close(): void }>
}

export async function screensOf(server: TestServer, email: string, zone = 'Europe/Berlin'): Promise<Screens> {
  const browser = webBrowser(server.url)
  const { status } = await browser.signIn(email, PASSWORD)
  if (status !== 200) throw new Error(`signing in was answered with ${status}`)
  const reply: Screens['reply'] = async (name, args) => {
    const { body } = await browser.post(`/app/api/${name}`, args, { 'daybook-zone': zone })
    return body as Reply<never>
  }
  return {
    browser,
    reply,
    ok: async (name, args) => {
      const said = await reply(name, args)
      if (!said.ok) throw new Error(`${name}: ${JSON.stringify(said.error)}`)
      return said.value
    },
    refused: async (name, args) => {
      const said = await reply(name, args)
      if (said.ok) throw new Error(`${name} was not refused`)
      return said.error
    },
    hear: async () => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/app/ws`, `daybook.${browser.csrf}`, {
        headers: { cookie: cookieOf(browser), origin: server.url },
      })
      const events: AppEvent[] = []
      socket.on('message', (text: Buffer) => events.push(JSON.parse(text.toString()) as AppEvent))
      const closed = new Promise<number>((resolve) => socket.on('close', resolve))
      await new Promise((resolve, reject) => {
        socket.once('open', resolve)
        socket.once('error', reject)
      })
      return { events, closed, close: () => socket.close() }
    },
  }
}

export const cookieOf = ({ cookies }: WebBrowser): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

export { CSRF_HEADER }
