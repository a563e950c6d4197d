// `daybook pin`: sets, changes or takes away the PIN of a profile.
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { pinFrom } from '../pin.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'

export async function pin(session: Session, options: { user?: string; remove?: boolean }): Promise<Outcome> {
  const { user: me, state } = await session.setUp()
  const userId = options.user === undefined ? me.id : await idOfName(session, 'user', options.user, null)
  const profile = state.pins?.profiles.find(({ id }) => id === userId)
  const changes = userId === me.id && profile?.pin !== false
  const current = changes ? await pinFrom('DAYBOOK_PIN', 'PIN so far (empty where there is none): ') : null
  const fresh = options.remove === true ? null : await pinFrom('DAYBOOK_NEW_PIN', 'New PIN, 4 to 12 digits: ')
  if (fresh === null && options.remove !== true)
    throw new UsageError('Run it in a terminal, or put the new PIN into the environment as DAYBOOK_NEW_PIN.')
  await session.ask('session.setPin', { userId, pin: fresh, ...(current === null ? {} : { current }) })
  const name = options.user ?? me.name
  const unused =
    state.pins === null
      ? ' It is not asked for until the organisation wants PINs (Settings, Organisation).'
      : ''
  return {
    value: { userId, pin: fresh !== null },
    text: fresh === null ? `${name} has no PIN.` : `The PIN of ${name} is set.${unused}`,
  }
}
