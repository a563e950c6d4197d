// daybook:// links (J14): what they may mean, and that nothing about time happens before somebody said yes.
import type { App, Log } from '../core/ports.ts'
import { fold } from '../shared/base/text.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { ask } from './ask.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'
import type { ShellActs } from './timerActs.ts'
import type { TimerWatch } from './timerWatch.ts'
import { currentTimer, whatOf } from './trayMenu.ts'

export const LINK_SCHEME = 'daybook'
const MOST = 1_000

export type Link =
  { act: 'start'; customer: string | null; category: string | null } | { act: 'stop' } | { act: 'open' }

/** null: nonsense. Any page may have written it, so nothing is guessed. */
export function parseLink(text: string): Link | null {
  if (text.length > MOST || !URL.canParse(text)) return null
  const { protocol, host, pathname, username, password, searchParams } = new URL(text)
  if (protocol !== `${LINK_SCHEME}:` || username !== '' || password !== '' || !/^\/?$/.test(pathname))
    return null
  const keys = [...searchParams.keys()]
  const only = (...known: string[]) =>
    keys.every((key) => known.includes(key)) && new Set(keys).size === keys.length
  const name = (key: string) => searchParams.get(key)?.trim() || null
  if (host === 'start' && only('customer', 'category'))
    return { act: 'start', customer: name('customer'), category: name('category') }
  return (host === 'stop' || host === 'open') && only() ? { act: host } : null
}

/** Systems start a program with the link among its arguments. */
export const linkAmong = (args: readonly string[]): string | null =>
  args.find((arg) => arg.startsWith(`${LINK_SCHEME}:`)) ?? null

export type LinkDeps = {
  app: App
  log: Log
  acts: Pick<ShellActs, 'start' | 'startOn' | 'stop'>
  watch: TimerWatch
  words(): ShellText
  showMain(): void
}

/** As written, else without regard to capitals and accents; what two share is neither's. */
export function named<T extends { name: string }>(
  rows: readonly T[],
  wanted: string,
): T | 'none' | 'several' {
  const exact = rows.find(({ name }) => name === wanted)
  if (exact !== undefined) return exact
  const found = rows.filter(({ name }) => fold(name) === fold(wanted))
  const [only] = found
  return only === undefined ? 'none' : found.length > 1 ? 'several' : only
}

export function createLinks(electron: ElectronApi, deps: LinkDeps): { follow(text: string): void } {
  const { app, log, acts, watch, words } = deps
  let busy = false

  const say = (message: string) =>
    ask(electron, { type: 'info', message, buttons: [words().refused.ok], noLink: true })

  const start = async (link: Extract<Link, { act: 'start' }>) => {
    const watched = await watch.refresh()
    if (!watched?.app.modules.includes('clientTimer')) return deps.showMain()
    if (link.customer === null) return acts.start()
    const customers = await app.invoke('customer.list', { search: link.customer })
    const categories = await app.invoke('category.list', { activeOnly: true })
    if (!customers.ok || !categories.ok) return deps.showMain()
    const { links } = words()
    const customer = named(customers.value.rows, link.customer)
    const category = link.category === null ? null : named(categories.value, link.category)
    if (typeof customer === 'string') {
      await say(links[customer](link.customer))
      return acts.start()
    }
    if (typeof category === 'string') {
      await say(links[category](link.category ?? ''))
      return acts.start()
    }
    const running = currentTimer(watched.timers)
    const what = [customer.name, category?.name].filter((name) => name !== undefined).join(' · ')
    const response = await ask(electron, {
      type: 'question',
      message: links.start(what),
      detail:
        running === null ? links.explain : `${links.switches(whatOf(running, words()))}\n\n${links.explain}`,
      buttons: [links.yes, links.no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) acts.startOn({ customerId: customer.id, categoryId: category?.id ?? null })
  }
  const stop = async () => {
    const running = currentTimer((await watch.refresh())?.timers ?? null)
    if (running === null) await say(words().links.nothingRuns)
    // It asks by itself: nothing stops before its Stop is pressed.
    else acts.stop(running.id)
  }
  return {
    follow: (text) => {
      // A page could ask without end; it is heard once until somebody has answered.
      if (busy) return log.info('link.refused', { why: 'busy' })
      const link = parseLink(text)
      busy = true
      inBackground(log, 'link', async () => {
        try {
          if (link === null) await say(words().links.nonsense)
          else if (link.act === 'open') deps.showMain()
          else await (link.act === 'stop' ? stop() : start(link))
        } finally {
          busy = false
        }
      })
    },
  }
}
