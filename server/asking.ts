// Where an organisation is, and whether a device is still let in: what every request of every device asks the database first. Who asks while
// a question is on its way shares the next one, which begins after they asked; so a crowd that is woken by one commit asks once.
import type { Database } from './database.ts'
import { prepared } from './database.ts'
import { Refused } from './refused.ts'
import type { OrgRow } from './replica.ts'

/** Refused where the device is shut out. Without a device: a browser, whose session is asked for elsewhere. */
export type Ask = (database: Database, deviceId?: string) => Promise<OrgRow | undefined>
type Asked = OrgRow & { admitted: string[] }

export const ORG_FIELDS = 'id, version, hash, epoch, epoch_from AS "epochFrom", phase, counters'
const PLACE = `SELECT ${ORG_FIELDS}, ARRAY(SELECT id FROM device
 WHERE org = $1 AND id = ANY($2) AND revoked_at IS NULL) AS admitted FROM org WHERE id = $1`

export function createAsk(orgId: string): Ask {
  let next: { devices: Set<string>; answer: Promise<Asked | undefined> } | null = null
  let last: Promise<unknown> = Promise.resolve()

  const begin = (database: Database): NonNullable<typeof next> => {
    const devices = new Set<string>()
    const answer = last.then(async () => {
      next = null
      return (await database.pool.query<Asked>(prepared(PLACE, [orgId, [...devices]]))).rows[0]
    })
    last = answer.catch(() => undefined)
    return (next = { devices, answer })
  }
  return async (database, deviceId) => {
    const { devices, answer } = next ?? begin(database)
    if (deviceId !== undefined) devices.add(deviceId)
    const org = await answer
    if (deviceId !== undefined && org?.admitted.includes(deviceId) === false)
      throw new Refused(401, 'team.revoked')
    return org
  }
}
