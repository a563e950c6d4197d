// `daybook team`: a firm becomes a team on a server, others join it, what waits is sent, and devices are shut out.
import { setTimeout as wait } from 'node:timers/promises'
import type { Role } from '../../shared/entities/user.ts'
import { errorSentence } from '../../shared/text/errorText.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { TeamStatus } from '../../shared/contract/team.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { passwordFrom } from '../password.ts'
import { UsageError } from '../refusal.ts'
import { recoveryText, withFactor } from '../secondFactor.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime } from '../words.ts'

type Coming = { server: string; email: string; passwordStdin?: boolean; codeFile?: string }

export async function createTeam(session: Session, { server, email, ...how }: Coming): Promise<Outcome> {
  await session.setUp()
  const password = await passwordFrom(how, 'Choose a password of at least 10 characters: ')
  const status = await withFactor(how, (secondFactor) =>
    session.ask('team.create', { server, email, password, ...secondFactor }),
  )
  return {
    value: shown(status),
    text: 'The firm is a team now. Invite others with: daybook team invite --email E --role employee',
  }
}

type Joining = Omit<Coming, 'email'> & { email?: string; browser?: boolean }

export async function joinTeam(
  session: Session,
  code: string | undefined,
  { server, email, browser = false, ...how }: Joining,
): Promise<Outcome> {
  if (browser) return joinByBrowser(session, server)
  if (email === undefined) throw new UsageError('Say who you are with --email, or sign in with --browser.')
  const password = await passwordFrom(
    how,
    code === undefined ? 'Your password: ' : 'Choose a password of at least 10 characters: ',
  )
  const coming = { server, email, password, ...(code === undefined ? {} : { code }) }
  const status = await withFactor(
    how,
    (secondFactor) => session.ask('team.join', { ...coming, ...secondFactor }),
    () => session.ask('team.drawFactor', { server, email }),
  )
  const { recoveryCodes = [] } = status
  return {
    value: { ...shown(status), ...(recoveryCodes.length > 0 ? { recoveryCodes } : {}) },
    text: [
      `This device is in the team as ${status.team?.userName ?? email}.`,
      ...recoveryText(recoveryCodes),
    ].join('\n'),
  }
}

/** The code is shown where people look, as the answer is for programs too. */
async function joinByBrowser(session: Session, server: string): Promise<Outcome> {
  const { userCode, url, expiresAt, everyMs } = await session.ask('team.beginBrowser', { server })
  const until = dateAndTime(expiresAt, Intl.DateTimeFormat().resolvedOptions().timeZone)
  process.stderr.write(
    `Open ${url} in any browser, sign in, and confirm this code there, until ${until}:\n\n  ${userCode}\n\n`,
  )
  for (;;) {
    await wait(everyMs)
    const { joined, status } = await session.ask('team.askBrowser', {})
    if (joined)
      return { value: shown(status), text: `This device is in the team as ${status.team?.userName ?? ''}.` }
  }
}

export async function teamStatus(session: Session): Promise<Outcome> {
  const status = await session.ask('team.status', {})
  const { team, waiting, attention } = status
  if (team === null) return { value: shown(status), text: 'Daybook works alone here.' }
  const zone = await session.zone()
  const contact = team.lastContact === null ? 'never' : dateAndTime(team.lastContact, zone)
  const lines = [
    `${team.userName ?? team.email} at ${team.server}`,
    `Waiting to be sent: ${waiting}. Last contact: ${contact}.`,
    ...(team.handedBack === null
      ? []
      : [
          `The server was restored from a backup (noticed ${dateAndTime(team.handedBack.at, zone)}). Sent again from here: ${team.handedBack.count}.`,
        ]),
    ...(attention > 0 ? [`Needs attention: ${attention}. See: daybook attention list`] : []),
    ...(team.problem === null ? [] : [sentence(team.problem)]),
  ]
  return { value: shown(status), text: lines.join('\n') }
}

const sentence = (code: string): string => errorSentence({ code: code as AppError['code'] }, 'en')

/** What programs read. */
const shown = ({ team, waiting, attention }: TeamStatus) => ({
  server: team?.server ?? null,
  user: team === null ? null : { id: team.userId, name: team.userName, email: team.email },
  device: team?.deviceId ?? null,
  phase: team?.phase ?? null,
  waiting,
  attention,
  lastContact: team?.lastContact ?? null,
  version: team?.version ?? null,
  problem: team?.problem ?? null,
  handedBack: team?.handedBack ?? null,
})

/** Ends with 0 where nothing waits any more. */
export async function syncTeam(session: Session): Promise<Outcome> {
  const status = await session.ask('team.sync', {})
  const { waiting, attention } = status
  const more = attention > 0 ? ` Needs attention: ${attention}.` : ''
  return {
    value: shown(status),
    text: waiting === 0 ? `Everything is sent and fetched.${more}` : `Waiting to be sent: ${waiting}.${more}`,
    ...(waiting === 0 ? {} : { exit: 1 as const }),
  }
}

export async function leaveTeam(session: Session): Promise<Outcome> {
  await session.ask('team.leave', {})
  return { value: {}, text: 'Left the team. What is here stays, and Daybook works alone again.' }
}

export async function inviteMember(
  session: Session,
  { email, role, user, name }: { email: string; role: string; user?: string; name?: string },
): Promise<Outcome> {
  await session.setUp()
  const userId = user === undefined ? undefined : await idOfName(session, 'user', user, null)
  const value = await session.ask('team.invite', {
    email,
    role: role as Role,
    ...(userId === undefined ? {} : { userId }),
    ...(name === undefined ? {} : { name }),
  })
  const zone = await session.zone()
  const { team } = await session.ask('team.status', {})
  return {
    value,
    text: [
      `Give ${email} this code; it is shown only now, and good until ${dateAndTime(value.expiresAt, zone)}:`,
      `  ${value.code}`,
      `They join with: daybook team join ${value.code} --server ${team?.server ?? ''} --email ${email}`,
    ].join('\n'),
  }
}

export async function teamMembers(session: Session): Promise<Outcome> {
  await session.setUp()
  const value = await session.ask('team.members', {})
  const zone = await session.zone()
  const lines = [
    ...value.members.map(({ name, email, role }) => [name, email, role, 'member']),
    ...value.invitations.map(({ name, email, role, expiresAt }) => [
      name,
      email,
      role,
      `invited until ${dateAndTime(expiresAt, zone)}`,
    ]),
  ]
  return {
    value,
    text: table([{ title: 'Name' }, { title: 'E-mail' }, { title: 'Role' }, { title: 'State' }], lines),
  }
}

export async function teamDevices(session: Session): Promise<Outcome> {
  await session.setUp()
  const devices = await session.ask('team.devices', {})
  const zone = await session.zone()
  const lines = devices.map((device) => [
    device.id,
    device.userName,
    device.own ? `${device.name} (this one)` : device.name,
    device.lastContact === null ? '–' : dateAndTime(device.lastContact, zone),
    device.revokedAt === null ? '' : 'shut out',
  ])
  const columns = ['ID', 'User', 'Device', 'Last contact', ''].map((title) => ({ title }))
  return { value: { devices }, text: table(columns, lines) }
}

export async function revokeDevice(session: Session, deviceId: string): Promise<Outcome> {
  await session.setUp()
  await session.ask('team.revoke', { deviceId })
  return {
    value: { deviceId },
    text: 'The device is shut out. What it had not sent is put aside when it comes.',
  }
}
