// A browser as the server sees one: it keeps cookies, says where a request began, and sends the token of our page.
import { CSRF_HEADER } from '../web/session.ts'

export type Answer = { status: number; body: unknown; headers: Headers; text: string }
export type WebBrowser = {
  cookies: Map<string, string>
  csrf: string
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** `headers` take the place of what a page of ours would send; undefined: it is not sent. */
  post(path: string, body?: unknown, headers?: Record<string, string | undefined>): Promise<Answer>
  signIn(email: string, password: string, more?: object): Promise<Answer>
}

export function webBrowser(url: string): WebBrowser {
  const cookies = new Map<string, string>()
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string | undefined>,
    body?: unknown,
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = Object.entries({ ...(cookie === '' ? {} : { cookie }), ...headers })
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: sent.filter((one): one is [string, string] => one[1] !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    return {
      status: response.status,
      body: json ? JSON.parse(text) : null,
      headers: response.headers,
      text,
    }
  }
  const browser: WebBrowser = {
    cookies,
    csrf: '',
    get: (path, headers = {}) => ask('GET', path, { 'sec-fetch-site': 'same-origin', ...headers }),
    post: (path, body = {}, headers = {}) =>
      ask(
        'POST',
        path,
        {
          'content-type': 'application/json',
          origin: url,
          'sec-fetch-site': 'same-origin',
          [CSRF_HEADER]: browser.csrf,
          ...headers,
        },
        body,
      ),
    signIn: async (email, password, more = {}) => {
      const answer = await browser.post('/web/sign-in', { email, password, ...more })
      if (answer.status === 200) {
        const session = await browser.get('/web/session')
        browser.csrf = (session.body as { csrf: string }).csrf
      }
      return answer
    },
  }
  return browser
}
