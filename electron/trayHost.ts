// Asks a Linux desktop whether anything there shows tray icons; GNOME, for one, does so only with an extension.
import { execFile } from 'node:child_process'

const watcher = 'org.kde.StatusNotifierWatcher'
const timeoutMs = 2000

/** Runs a program and gives what it printed; null where it is not there or failed. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | null>

/** Each desktop has at least one of these three; the first that answers is believed, and no answer means no tray. */
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest=org.freedesktop.DBus',
      '--object-path=/org/freedesktop/DBus',
      '--method=org.freedesktop.DBus.NameHasOwner',
      watcher,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${watcher}`,
    ],
  ],
  [
    'busctl',
    [
      '--user',
      'call',
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'NameHasOwner',
      's',
      watcher,
    ],
  ],
]

export async function hasTrayHost(platform: NodeJS.Platform, ask: Ask = askProgram): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [program, args] of questions) {
    const answer = await ask(program, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

const askProgram: Ask = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: timeoutMs }, (error, stdout) => resolve(error ? null : stdout))
  })
