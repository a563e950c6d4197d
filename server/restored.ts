// After a backup was put back: every organisation begins a new life at the commit that it has. Devices that had come further notice it by
// that, and hand back what is missing; who was signed in by a browser, or had signed out since, signs in anew. A device may have been away
// during several lives: they are told the earliest beginning, since what they hand back needlessly is known by its id.
import type { Database } from './database.ts'

export async function beginNewLife(database: Database, newId: () => string): Promise<number> {
  const orgs = await database.all<{ id: string }>("SELECT id FROM org WHERE phase = 'open'")
  for (const { id } of orgs)
    await database.all(
      `UPDATE org SET epoch = $2, epoch_from = CASE epoch_from WHEN 0 THEN version ELSE least(epoch_from, version) END
       WHERE id = $1`,
      id,
      newId(),
    )
  await database.all('DELETE FROM web_session')
  return orgs.length
}
