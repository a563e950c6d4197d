// `daybook team sign-in`: one's own second factor, and what an administrator demands and resets.
import { SIGN_IN_EVENTS } from '../../shared/team/protocol.ts'
import type { SignInEvent } from '../../shared/team/protocol.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { passwordFrom } from '../password.ts'
import { pinFrom } from '../pin.ts'
import { UsageError } from '../refusal.ts'
import type { CodeFrom } from '../secondFactor.ts'
import { codeFrom, newFactorFrom, recoveryText } from '../secondFactor.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime } from '../words.ts'

type How = CodeFrom & { passwordStdin?: boolean }

export async function showSignIn(session: Session): Promise<Outcome> {
  await session.setUp()
  const value = await session.ask('team.signIn', {})
  const { email, secondFactor, rules, oidc } = value
  const zone = await session.zone()
  return {
    value,
    text: [
      `You sign in as ${email}.`,
      secondFactor === null
        ? 'Second factor: none. Set one up with: daybook team sign-in second-factor'
        : `Second factor: since ${dateAndTime(secondFactor.since, zone)}. Recovery codes left: ${secondFactor.recoveryLeft}.`,
      `The firm demands a second factor: ${rules.secondFactor ? 'yes' : 'no'}.`,
      ...(oidc === null ? [] : [`Only ${oidc} signs in: ${rules.oidcOnly ? 'yes' : 'no'}.`]),
    ].join('\n'),
  }
}

export async function setFactor(session: Session, how: How): Promise<Outcome> {
  await session.setUp()
  const password = await passwordFrom(how, 'Your password: ')
  const newFactor = await newFactorFrom(how, await session.ask('team.drawFactor', {}))
  const value = await session.ask('team.setFactor', { password, newFactor })
  return { value, text: ['The second factor is on.', ...recoveryText(value.recoveryCodes)].join('\n') }
}

export async function changePassword(session: Session, how: How): Promise<Outcome> {
  await session.setUp()
  const password = await passwordFrom(how, 'Your password so far: ')
  const newPassword = await pinFrom('DAYBOOK_NEW_PASSWORD', 'The new one, at least 10 characters: ')
  if (newPassword === null)
    throw new UsageError('Run it in a terminal, or give the new password as DAYBOOK_NEW_PASSWORD.')
  await session.ask('team.changePassword', { password, newPassword })
  return { value: {}, text: 'The password is changed, and browsers are signed out.' }
}

const both = async (how: How) => ({
  password: await passwordFrom(how, 'Your password: '),
  secondFactor: await codeFrom(how),
})

export async function dropFactor(session: Session, how: How): Promise<Outcome> {
  await session.setUp()
  await session.ask('team.dropFactor', await both(how))
  return { value: {}, text: 'The second factor is off.' }
}

export async function renewCodes(session: Session, how: How): Promise<Outcome> {
  await session.setUp()
  const value = await session.ask('team.renewRecoveryCodes', await both(how))
  return { value, text: recoveryText(value.recoveryCodes).join('\n') }
}

const DEMANDS = {
  'second-factor': { secondFactor: true },
  'own-sign-in': { oidcOnly: true },
  nothing: { secondFactor: false, oidcOnly: false },
} as const
const DEMANDED = {
  'second-factor':
    'From now on nobody signs in without a second factor. Devices that are in the team stay in.',
  'own-sign-in':
    'From now on nobody signs in but by the firm’s own sign-in. Devices that are in the team stay in.',
  nothing: 'How to sign in is everybody’s own choice.',
} as const

export async function demand(session: Session, what: string): Promise<Outcome> {
  if (!(what in DEMANDS))
    throw new UsageError('What is demanded is “second-factor”, “own-sign-in” or “nothing”.')
  const known = what as keyof typeof DEMANDS
  await session.setUp()
  await session.ask('team.setRules', DEMANDS[known])
  return { value: DEMANDS[known], text: DEMANDED[known] }
}

export async function resetFactor(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const userId = await idOfName(session, 'user', name, null)
  await session.ask('team.resetFactor', { userId })
  return { value: { userId }, text: `${name} has no second factor any more, and is signed out of browsers.` }
}

export async function passwordCode(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const userId = await idOfName(session, 'user', name, null)
  const value = await session.ask('team.passwordCode', { userId })
  const zone = await session.zone()
  const { team } = await session.ask('team.status', {})
  return {
    value: { userId, ...value },
    text: [
      `Give ${name} this code; it is shown only now, and good until ${dateAndTime(value.expiresAt, zone)}:`,
      `  ${value.code}`,
      `They choose a new password with it at ${team?.server ?? ''}/new-password`,
    ].join('\n'),
  }
}

const SAID: Record<SignInEvent, string> = {
  passwordChanged: 'password changed',
  passwordCodeDrawn: 'code for a new password created',
  factorSet: 'second factor set up',
  factorRemoved: 'second factor removed',
  factorReset: 'second factor reset',
  factorDemanded: 'second factor demanded of everybody',
  factorNotDemanded: 'second factor not demanded any more',
  recoveryCodeUsed: 'recovery code used',
  recoveryCodesDrawn: 'new recovery codes',
  deviceByBrowser: 'device let in by a browser',
  passkeyAdded: 'passkey added',
  passkeyRemoved: 'passkey removed',
  oidcLinked: 'known to the firm’s own sign-in',
  oidcDemanded: 'only the firm’s own sign-in',
  oidcNotDemanded: 'not only the firm’s own sign-in any more',
}
const isKnown = (what: string): what is SignInEvent => (SIGN_IN_EVENTS as readonly string[]).includes(what)

export async function signInHistory(session: Session): Promise<Outcome> {
  await session.setUp()
  const events = await session.ask('team.signInHistory', {})
  const zone = await session.zone()
  const lines = events.map(({ at, what, userName, byName }) => [
    dateAndTime(at, zone),
    userName,
    isKnown(what) ? SAID[what] : what,
    byName,
  ])
  const columns = ['When', 'User', 'What', 'By'].map((title) => ({ title }))
  return { value: { events }, text: table(columns, lines) }
}
