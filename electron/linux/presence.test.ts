// How it is found out whether somebody is there, on a bus that answers like each desktop does.
import { expect, test } from 'vitest'
import { noBus } from './bus.ts'
import type { Bus, Signal } from './bus.ts'
import { linuxPresence } from './presence.ts'
import type { LinuxPresence } from './presence.ts'

type Answers = Record<string, unknown>

/** Answers by method, or by the asked name; hears signals when told. */
function busThat(answers: Answers) {
  const listeners: { rule: string; heard: (signal: Signal) => void }[] = []
  const bus: Bus = {
    ...noBus,
    call: ({ member, body = [] }) => {
      const answer = answers[member === 'NameHasOwner' ? String(body[0]) : member]
      return Promise.resolve(answer === undefined ? null : [answer])
    },
    listen: (rule, heard) => void listeners.push({ rule, heard }),
  }
  const say = (part: string, ...body: unknown[]) => {
    for (const { rule, heard } of listeners)
      if (rule.includes(part)) heard({ path: '', interface: '', member: '', body })
  }
  return { bus, say }
}
const presence = (over: Partial<LinuxPresence>) =>
  linuxPresence({
    session: noBus,
    system: noBus,
    wayland: true,
    pid: 7,
    electronIdle: () => 42,
    idleNotify: () => Promise.resolve(null),
    ...over,
  })

test.each<[string, Partial<LinuxPresence>, string, number | null]>([
  ['X11 tells Electron', { wayland: false }, 'system', 42],
  [
    'GNOME on Wayland tells in milliseconds',
    { session: busThat({ GetIdletime: 90_500 }).bus },
    'mutter',
    90.5,
  ],
  ['a 64-bit number comes as text', { session: busThat({ GetIdletime: '61000' }).bus }, 'mutter', 61],
  [
    'a compositor tells by itself',
    { idleNotify: () => Promise.resolve({ idleSeconds: () => 75 }) },
    'idleNotify',
    75,
  ],
  ['nobody tells: then nothing is claimed', {}, 'none', null],
])('G12 idle: %s', async (_name, over, method, seconds) => {
  const asked = presence(over)
  expect(await asked.idleSeconds()).toBe(seconds)
  expect((await asked.methods()).idle).toBe(method)
})

test.each([
  ['of the program’s own session', 'GetSessionByPID'],
  ['of the user’s screen, where a service of the user started it', 'GetSession'],
])('G12 locks come from logind’s hint and its signals, %s', async (_name, member) => {
  const system = busThat({ [member]: '/org/freedesktop/login1/session/_32' })
  const asked = presence({ system: system.bus })
  const heard: boolean[] = []
  asked.onLock((locked) => heard.push(locked))
  await new Promise((resolve) => setImmediate(resolve))
  expect((await asked.methods()).lock).toBe('logind')
  const hint = (value: boolean) => [
    'org.freedesktop.login1.Session',
    [
      ['IdleHint', [[{ type: 'b' }], [true]]],
      ['LockedHint', [[{ type: 'b' }], [value]]],
    ],
  ]
  system.say('PropertiesChanged', ...hint(true))
  system.say('PropertiesChanged', ...hint(false))
  system.say('PropertiesChanged', 'org.freedesktop.login1.Session', [['IdleHint', [[{ type: 'b' }], [true]]]])
  system.say('PropertiesChanged', 'org.example.Other', [['LockedHint', [[{ type: 'b' }], [true]]]])
  system.say("member='Lock'")
  system.say("member='Unlock'")
  expect(heard).toEqual([true, false, true, false])
})

test('G12 locks come from the desktop’s screen saver where it tells', async () => {
  const session = busThat({ 'org.gnome.ScreenSaver': true })
  const asked = presence({ session: session.bus })
  const heard: boolean[] = []
  asked.onLock((locked) => heard.push(locked))
  session.say('org.gnome.ScreenSaver', true)
  session.say('org.gnome.ScreenSaver', false)
  expect(heard).toEqual([true, false])
  expect((await asked.methods()).lock).toBe('screenSaver')
  expect((await presence({}).methods()).lock).toBe('none')
})
