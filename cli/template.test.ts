// `daybook template` and `daybook fill` as processes: a sample is written, filled, and never overwritten.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { readBack } from '../core/testing/export/readBack.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'J8 a sample template is written and filled with a month; wrong wishes are told',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const { json, run, setUp, logWork } = cliOn(folder)
    await setUp()
    await logWork('2026-03-02T09:00', '2026-03-02T10:30')
    const [sample, out] = [join(folder, 'sample.xlsx'), join(folder, 'out.xlsx')]
    expect((await json('template', 'user', '--out', sample)).value).toEqual({ file: sample })
    const before = readFileSync(sample)
    const month = ['--month', '2026-03'] as const
    expect((await json('fill', sample, ...month, '--user', 'Ana', '--out', out)).value).toEqual({
      file: out,
      kind: 'userMonth',
    })
    const { sheet } = await readBack(out)
    expect(sheet('entries').records).toMatchObject([{ customer: 'Acme', hours: 1.5 }])
    expect(sheet('days').records).toHaveLength(31)
    const wrong = async (...args: string[]) => (await run('fill', ...args)).err
    expect(await wrong(sample, ...month, '--user', 'Ana', '--out', sample)).toContain('the template itself')
    expect(await wrong(sample, ...month, '--user', 'Ana', '--customer', 'Acme', '--out', out)).toContain(
      'not several',
    )
    expect(await wrong(sample, '--user', 'Ana', '--out', out)).toContain('--month')
    expect(await wrong(sample, ...month, '--customer', 'Acme', '--out', out)).toContain('daybook_')
    expect(await wrong(join(folder, 'no.xlsx'), ...month, '--out', out)).toContain('no.xlsx')
    expect((await run('template', 'week', '--out', out)).code).toBe(2)
    expect(readFileSync(sample)).toEqual(before)
  },
)
