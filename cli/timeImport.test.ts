// The import of time on the command line: what a dry run says, whose time it becomes, and that the same file adds nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

const HARVEST = [
  'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name,Last Name',
  '2026-10-15,Acme,Web,W1,Dev,Some notes,1.25,Yes,Cara,Diaz',
  '2026-10-16,Olm,Web,W1,Dev,,0.5,No,Cara,Diaz',
].join('\n')

test('J1 J2 J4 a dry run says what would become of each row and whose it is; it comes once', async () => {
  const folder = temporaryFolder()
  const { done, json, setUp } = cliOn(join(folder, 'data'))
  await setUp()
  const file = join(folder, 'harvest.csv')
  writeFileSync(file, HARVEST)
  const dry = await done('import', file, '--dry-run')
  expect(dry).toContain('makes customer Olm')
  // The only one who is here is taken for the only one in the file, who is called otherwise.
  expect(dry).toContain('Cara Diaz is taken for Ana. For a new user say --person "Cara Diaz=new".')
  expect(dry).toContain('A dry run, nothing was changed: 2 new (1:45 h).')
  const { value } = await json('import', file, '--dry-run', '--person', 'Cara Diaz=Ana')
  expect(value).toMatchObject({ people: [{ name: 'Cara Diaz', rows: 2 }], counts: { new: 2 } })
  const other = await done('import', file, '--dry-run', '--person', 'Cara Diaz=new')
  expect(other).toContain('makes user Cara Diaz')
  expect(other).not.toContain('is taken for')
  expect(await done('import', file)).toContain('Cara Diaz is taken for Ana.')
  expect(await done('import', file)).toContain('Imported: 2 already here (1:45 h).')
})
