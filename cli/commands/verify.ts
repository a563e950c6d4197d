// `daybook verify`: is everything as it was recorded? Exit 1 where it is not, 3 where not all of it could be checked.
import { join } from 'node:path'
import { DATABASE_NAME } from '../../core/app.ts'
import { loadMigrations } from '../../core/db/migrations.ts'
import { verifyData } from '../../core/verify/verify.ts'
import type { Outcome } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'

export async function verify(session: Session, { holds }: { holds?: string }): Promise<Outcome> {
  const { dataDir } = session.ports
  if (dataDir === null) throw new Refusal({ code: 'device.unavailable' })
  // Set up, or there is nothing to be verified.
  await session.setUp()
  const migrations = loadMigrations(session.ports.migrationsDir)
  const value = verifyData(join(dataDir, DATABASE_NAME), dataDir, migrations, holds)
  const unproven =
    value.unproven.length === 0 ? [] : ['Not checked:', ...value.unproven.map((each) => `  ${each}`)]
  if (!value.sound)
    return {
      value,
      text: ['Not as it was recorded:', ...value.findings.map((finding) => `  ${finding}`), ...unproven].join(
        '\n',
      ),
      exit: 1,
    }
  const compared = value.backups === 1 ? '1 backup' : `${value.backups} backups`
  return {
    value,
    text: [
      ...unproven,
      `${unproven.length === 0 ? 'Everything' : 'All that could be checked'} is as it was recorded: ${value.commits === 1 ? '1 change' : `${value.commits} changes`}, each following from the one before; compared with ${compared}.`,
      `The last one is ${value.head}`,
      'Write it down: "daybook verify --holds" with it shows later that none of these was altered or removed.',
    ].join('\n'),
    ...(unproven.length === 0 ? {} : { exit: 3 as const }),
  }
}
