// What a test may do with the running program, whether it is the host behind a browser or the desktop app.
import { zoneAtNoon } from '../../core/testing/zoneAtNoon.ts'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'

export interface Program {
  readonly dataDir: string
  start(): Promise<void>
  /** As a power cut does: no farewell. */
  kill(): Promise<void>
  /** At the end of a test. */
  stop(): Promise<void>
  /** One request of the contract past the screen, with its refusal as a value. */
  attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>>
  /** The main window after a new start; `page` is the one from before. */
  openAgain(page: Page): Promise<Page>
  /** The next window that opens. */
  nextWindow(page: Page): Promise<Page>
  /** Presses what exports, and puts the file at `path`: a download in the browser, the save dialog on the desktop. Gives the name it was offered by. */
  saveExport(page: Page, press: () => Promise<void>, path: string): Promise<string>
}

export type Firm = { userId: string; customerId: string; categoryIds: Record<string, string> }

/** The program with what is the same on both. */
export type Running = Program & {
  /** One request of the contract; a refusal fails the test. */
  call<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>>
}

export function running(program: Program): Running {
  const call: Running['call'] = async (name, args) => {
    const reply = await program.attempt(name, args)
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  return Object.assign(program, { call })
}

/** A small firm: one user, one customer, three categories. */
export async function setUpFirm(host: Pick<Running, 'call'>, zone = zoneAtNoon(Date.now())): Promise<Firm> {
  const { userId, customerId } = await host.call('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber & Co',
    userName: 'Ana Weber',
    zone,
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support', 'Consulting', 'Travel'],
  })
  const categories = await host.call('category.list', {})
  if (customerId === null) throw new Error('the first customer is missing')
  return {
    userId,
    customerId,
    categoryIds: Object.fromEntries(categories.map(({ id, name }) => [name, id])),
  }
}

/** A power cut that lasted: the process dies, and the last sign of life on disk lies so far back. Starts again. */
export async function loseTime(host: Program, ms: number): Promise<void> {
  await host.kill()
  const database = new Database(join(host.dataDir, 'daybook.db'))
  database
    .prepare(
      "INSERT INTO device (key, value) VALUES ('lastAlive', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .run(String(Date.now() - ms))
  database.close()
  await host.start()
}
