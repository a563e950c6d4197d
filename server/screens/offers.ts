// What the screens from a server do not offer: what belongs to a device, its disk or its desktop. Everything else of the contract is asked
// here as on a device, by the same names.
import type { RequestName } from '../../shared/contract/contract.ts'
import { isDeviceCommandName } from '../../shared/contract/contract.ts'

/** Of what acts on a device, what a page in a browser can do as well. */
export const OF_A_PAGE = [
  'preferences.save',
  'upload.part',
  'calendar.import',
  'export.start',
  'export.cancel',
  'incident.report',
] as const
const PAGE: ReadonlySet<RequestName> = new Set(OF_A_PAGE)

/** The firm is there, and backups are the server’s own matter. */
const NEVER: ReadonlySet<RequestName> = new Set(['organisation.setUp', 'backup.list'])
/** Answered, since every screen asks, but with no place of its own: nothing waits here, and nobody else sits here. */
const EMPTY: ReadonlySet<RequestName> = new Set(['team.status', 'browser.list'])

export const isRefusedHere = (name: RequestName): boolean =>
  NEVER.has(name) || (isDeviceCommandName(name) && !PAGE.has(name))

/** What screens show, by the list of what is permitted. */
export const isOffered = (name: RequestName): boolean => !isRefusedHere(name) && !EMPTY.has(name)
