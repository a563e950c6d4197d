// What is answered while the team's data are still on their way to this device: what says so, and what is the device's own. Of all else there
// is only a part, and its figures would be wrong.
import type { RequestName } from '../../shared/contract/contract.ts'
import type { Data } from '../db/data.ts'
import { isFilling } from './state.ts'

const ANSWERED: ReadonlySet<RequestName> = new Set([
  'app.state',
  // What a tray and a header ask for all the time; they show that nothing runs.
  'timer.state',
  'timer.active',
  'session.switchUser',
  'session.setPin',
  'preferences.save',
  'export.get',
  'export.show',
  'export.cancel',
  'everything.cancel',
  'import.cancel',
  'import.close',
  'change.cancelUndo',
  'upload.part',
  'backup.list',
  'backup.create',
  'browser.list',
  'browser.end',
  'mail.open',
  'logs.open',
  'incident.report',
  'diagnostics.save',
  'update.check',
  'update.install',
  'desktop.test',
])

export const refusesWhileFilling = (data: Data, name: RequestName): boolean =>
  isFilling(data) && !ANSWERED.has(name) && !name.startsWith('team.') && !name.startsWith('attention.')
