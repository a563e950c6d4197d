// Where an organisation is, and whether a device is still let in: what every request of every device asks the database first. Who asks while
// a question is on its way shares the next one, which begins after they asked; so a crowd that is woken by one commit asks once.
import type { Database } from './database.ts'
import { prepared } from './database.ts'
import type { OrgRow } from './replica.ts'

export type Place = { org: OrgRow | undefined; admits(deviceId: string): boolean }
/** Without a device: a browser, whose session is asked for elsewhere. */
export type Ask = (database: Database, deviceId?: string) => Promise<Place>

export const ORG_FIELDS = 'id, version, hash, epoch, epoch_from AS "epochFrom", phase, counters'
const PLACE = `SELECT ${ORG_FIELDS}, ARRAY(SELECT id FROM device
 WHERE org = $1 AND id = ANY($2) AND revoked_at IS NULL) AS admitted FROM org WHERE id = $1`

export function createAsk(orgId: string): Ask {
  let next: { devices: Set<string>; place: Promise<Place> } | null = null
  let last: Promise<unknown> = Promise.resolve()

  const begin = (database: Database): NonNullable<typeof next> => {
    const devices = new Set<string>()
    const place = last.then(async (): Promise<Place> => {
      next = null
      const asked = prepared(PLACE, [orgId, [...devices]])
      const [org] = (await database.pool.query<OrgRow & { admitted: string[] }>(asked)).rows
      const admitted = new Set(org?.admitted)
      return { org, admits: (deviceId) => admitted.has(deviceId) }
    })
    last = place.catch(() => undefined)
    return (next = { devices, place })
  }
  return (database, deviceId) => {
    const { devices, place } = next ?? begin(database)
    if (deviceId !== undefined) devices.add(deviceId)
    return place
  }
}
