// One command's way to the application: opens it, asks it, and knows who asks and in which zone.
import { createNodePorts, dataFolder } from '../core/node/nodePorts.ts'
import type { App, Ports } from '../core/ports.ts'
import type { ArgsOf, RequestName, ResultOf } from '../shared/contract/contract.ts'
import type { AppState } from '../shared/contract/organisation.ts'
import type { Organisation } from '../shared/entities/organisation.ts'
import type { User } from '../shared/entities/user.ts'
import { unlock } from './pin.ts'
import { Refusal } from './refusal.ts'

export type Session = {
  readonly app: App
  readonly ports: Ports
  /** The organisation's zone, or this computer's while there is no organisation. */
  zone(): Promise<string>
  state(): Promise<AppState>
  /** Who and for whom; refused while nothing is set up. */
  setUp(): Promise<{ user: User; organisation: Organisation; state: AppState }>
  /** The value of the answer; throws Refusal. */
  ask<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>>
}

const ABILITIES = {
  shell: 'cli',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const

export const openPorts = (data: string | undefined): Ports =>
  createNodePorts({ dataDir: dataFolder(data, process.env), abilities: ABILITIES })

/** Throws DatabaseProblem where the data cannot be opened. */
export async function openSession(data: string | undefined): Promise<Session> {
  const ports = openPorts(data)
  // Not before the arguments are understood: help and mistakes answer at once.
  const { createApp } = await import('../core/app.ts')
  const { refuseLost } = await import('./restore.ts')
  refuseLost(ports)
  const app = await createApp(ports)
  try {
    await unlock(app)
  } catch (error) {
    await app.close()
    throw error
  }
  const ask: Session['ask'] = async (name, args) => {
    const reply = await app.invoke(name, args)
    if (!reply.ok) throw new Refusal(reply.error)
    return reply.value
  }
  const state = () => ask('app.state', {})
  return {
    app,
    ports,
    ask,
    state,
    zone: async () => (await state()).zone,
    async setUp() {
      const now = await state()
      const { organisation, currentUser: user } = now
      if (organisation === null || user === null) {
        throw new Refusal(
          { code: 'setup.missing' },
          'Run: daybook setup --name "YOUR NAME" --organisation "ORGANISATION", or daybook sample.',
        )
      }
      return { organisation, user, state: now }
    },
  }
}
