// How a Linux desktop tells whether somebody is there: what answers is found out once, named, and asked from then on.
import type { Presence } from '../presence.ts'
import type { Bus } from './bus.ts'
import type { IdleNotify } from './idleNotify.ts'

const LOGIND = {
  to: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1',
  interface: 'org.freedesktop.login1.Manager',
} as const
const SESSION = 'org.freedesktop.login1.Session'

/** Each desktop tells of its screen lock under a name of its own, by the same signal. */
const SCREEN_SAVERS = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
] as const

export type LinuxPresence = {
  session: Bus
  system: Bus
  wayland: boolean
  /** Electron's own answer, which is right on X11 and always 0 on most Wayland desktops. */
  electronIdle(): number
  /** What a Wayland compositor tells by itself; null where it does not. */
  idleNotify(): Promise<IdleNotify | null>
  pid: number
}

export function linuxPresence(deps: LinuxPresence): Presence {
  const { session, system, wayland } = deps
  let idleMethod: Awaited<ReturnType<Presence['methods']>>['idle'] = 'none'
  let notify: IdleNotify | null = null
  let locks = false

  const mutterIdleMs = async (): Promise<number | null> => {
    const answer = await session.call({
      to: 'org.gnome.Mutter.IdleMonitor',
      path: '/org/gnome/Mutter/IdleMonitor/Core',
      interface: 'org.gnome.Mutter.IdleMonitor',
      member: 'GetIdletime',
    })
    // A 64-bit number may come as text or as an object of the package's.
    const ms = answer === null ? Number.NaN : Number(String(answer[0]))
    return Number.isFinite(ms) ? ms : null
  }
  const find = async (): Promise<void> => {
    if (!wayland) {
      idleMethod = 'system'
      return
    }
    if ((await mutterIdleMs()) !== null) {
      idleMethod = 'mutter'
      return
    }
    notify = await deps.idleNotify()
    idleMethod = notify === null ? 'none' : 'idleNotify'
  }
  /** What desktops start as a service of the user (GNOME, KDE) belongs to no session: then it is the one on the user's screen. */
  const sessionPath = async (): Promise<string | null> => {
    for (const asked of [
      { member: 'GetSessionByPID', signature: 'u', body: [deps.pid] },
      { member: 'GetSession', signature: 's', body: ['auto'] },
    ]) {
      const answer = await system.call({ ...LOGIND, ...asked })
      if (typeof answer?.[0] === 'string') return answer[0]
    }
    return null
  }
  const found = find()
  return {
    idleSeconds: async () => {
      await found
      if (idleMethod === 'system') return deps.electronIdle()
      if (idleMethod === 'mutter') return ((await mutterIdleMs()) ?? 0) / 1000
      return notify?.idleSeconds() ?? null
    },
    onLock: (changed) => {
      for (const name of SCREEN_SAVERS)
        session.listen(`interface='${name}',member='ActiveChanged'`, ({ body }) => changed(body[0] === true))
      void sessionPath().then((path) => {
        if (path === null) return
        locks = true
        const of = `path='${path}'`
        system.listen(`${of},interface='${SESSION}',member='Lock'`, () => changed(true))
        system.listen(`${of},interface='${SESSION}',member='Unlock'`, () => changed(false))
        system.listen(
          `${of},interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'`,
          ({ body }) => {
            const hint = lockedHint(body)
            if (hint !== null) changed(hint)
          },
        )
      })
    },
    methods: async () => {
      await found
      for (const name of SCREEN_SAVERS) {
        const owner = await session.call({
          to: 'org.freedesktop.DBus',
          path: '/org/freedesktop/DBus',
          interface: 'org.freedesktop.DBus',
          member: 'NameHasOwner',
          signature: 's',
          body: [name],
        })
        if (owner?.[0] === true) return { idle: idleMethod, lock: 'screenSaver' }
      }
      return { idle: idleMethod, lock: locks ? 'logind' : 'none' }
    },
  }
}

/** The body of PropertiesChanged: whose, what changed as pairs of a name and a variant, and what else. */
function lockedHint([of, changed]: readonly unknown[]): boolean | null {
  if (of !== SESSION || !Array.isArray(changed)) return null
  for (const pair of changed as unknown[]) {
    if (!Array.isArray(pair) || pair[0] !== 'LockedHint') continue
    const variant: unknown = pair[1]
    if (Array.isArray(variant) && Array.isArray(variant[1])) return variant[1][0] === true
  }
  return null
}
