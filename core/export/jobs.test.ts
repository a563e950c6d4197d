// Exports as jobs: in a thread of their own, whole or not at all, to a place that was chosen or as a download.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ExportJob } from '../../shared/contract/organisation.ts'
import type { Ports } from '../ports.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { ended, exportTo } from '../testing/export/exportTo.ts'
import { readBack } from '../testing/export/readBack.ts'
import { at, openFirm, openTestApp } from '../testing/testApp.ts'
import type { Firm, TestApp } from '../testing/testApp.ts'
import { fileProblem } from './targetFile.ts'

const MARCH = { kind: 'payroll', month: '2026-03' } as const

/** Its exports are written by a thread. */
async function firmOnDisk(): Promise<{ firm: Firm; folder: string; dataDir: string }> {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  return { firm: await firmWith({ dataDir }), folder, dataDir }
}

/** Its exports are written by the same code without a thread, which starts sooner. */
async function firmInMemory(over: Partial<Ports> = {}): Promise<{ firm: Firm; folder: string }> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', 'file'), 'a file')
  return { firm: await firmWith(over), folder }
}

async function firmWith(over: Partial<Ports>): Promise<Firm> {
  const firm = await openFirm('2026-04-02 10:00', over)
  onTestFinished(() => firm.app.close())
  const { ana, acme, support } = firm
  const times = { startAt: at('2026-03-03 09:00'), endAt: at('2026-03-03 10:30') }
  await firm.ok('entry.add', { userId: ana, customerId: acme, categoryId: support, ...times })
  return firm
}

type Large = { app: TestApp; folder: string; customerId: string }

/** 30,000 entries, a tenth of them for one customer. */
async function large(folder: string, dataDir: string | null): Promise<Large> {
  const app = await openTestApp('2026-04-02 10:00', { dataDir })
  await app.ok('sample.load', { entries: 30_000 })
  const { rows } = await app.ok('customer.list', { limit: 100 })
  const [largest] = rows.toSorted((a, b) => b.totalMs - a.totalMs)
  return { app, folder, customerId: largest?.id ?? '' }
}

const workbooksIn = (folder: string): string[] => readdirSync(folder).filter((name) => name !== 'data')
const jobsOf = ({ events }: TestApp): ExportJob[] =>
  events.flatMap((event) => (event.type === 'export' ? [event.job] : []))

describe('to a place that was chosen', () => {
  test(
    'B43 G6 the workbook is written beside the application and reported step by step',
    { timeout: 90_000 },
    async () => {
      const { firm, folder } = await firmOnDisk()
      const path = join(folder, 'March.xlsx')
      const job = await exportTo(firm, MARCH, path)
      expect(job).toMatchObject({
        kind: 'payroll',
        fileName: 'Payroll 2026-03.xlsx',
        state: 'done',
        path,
        error: null,
      })
      expect(job.done).toBe(job.total)
      expect(jobsOf(firm).map(({ state }) => state)).toEqual(['running', 'running', 'done'])
      expect(workbooksIn(folder)).toEqual(['March.xlsx'])
      const { sheet } = await readBack(path)
      expect(sheet('Summary').records[0]).toMatchObject({
        Name: 'Ana Weber',
        'Total Hours': 0.0625,
        Check: 0,
      })
      // It was not asked to be offered as a download.
      expect(firm.app.exportFile(job.jobId)).toBeNull()
    },
  )

  test('G6 an older workbook is replaced, through a link too, and the link stays', async () => {
    const { firm, folder } = await firmInMemory()
    const path = join(folder, 'real.xlsx')
    writeFileSync(path, 'old')
    const link = join(folder, 'link.xlsx')
    symlinkSync(path, link)
    expect(await exportTo(firm, MARCH, link)).toMatchObject({ state: 'done' })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  test('B43 the dialog is asked with the name; no ending is completed; a change of mind is no job', async () => {
    const asked: string[] = []
    let answer: string | null = null
    const askSavePath = async (name: string): Promise<string | null> => {
      asked.push(name)
      return answer
    }
    const { firm, folder } = await firmInMemory({ askSavePath })
    expect(await firm.refused('export.start', { what: MARCH })).toEqual({ code: 'export.cancelled' })
    expect(jobsOf(firm)).toEqual([])
    answer = join(folder, 'Mine')
    const { jobId } = await firm.ok('export.start', {
      what: { kind: 'day', userId: firm.ana, date: '2026-03-03' },
    })
    expect(await ended(firm, jobId)).toMatchObject({ state: 'done', path: join(folder, 'Mine.xlsx') })
    expect(asked).toEqual(['Payroll 2026-03.xlsx', 'Ana Weber 2026-03-03.xlsx'])
  })

  test.each([
    ['a folder that does not exist', 'missing/March.xlsx'],
    ['a folder in its place', 'data'],
    ['a file where a folder should be', 'data/file/March.xlsx'],
  ])('G6 %s: file.notWritable, and nothing is left', async (_, where) => {
    const { firm, folder } = await firmInMemory()
    expect(await exportTo(firm, MARCH, join(folder, where))).toMatchObject({
      state: 'failed',
      error: { code: 'file.notWritable' },
    })
    expect(workbooksIn(folder)).toEqual([])
    expect(firm.errors).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('G6 a device is never replaced by a workbook', async () => {
    const { firm } = await firmInMemory()
    expect(await exportTo(firm, MARCH, '/dev/null')).toMatchObject({
      state: 'failed',
      error: { code: 'file.notWritable' },
    })
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('G6 a full disk, and Excel holding the file, are told apart', () => {
    const error = (code: string): Error => Object.assign(new Error(code), { code })
    const where = join('folder', 'a.xlsx')
    expect(fileProblem(error('ENOSPC'), where)).toMatchObject({
      code: 'disk.full',
      details: { values: { file: 'a.xlsx', folder: 'folder' } },
    })
    expect(fileProblem(error('EDQUOT'), where)?.code).toBe('disk.full')
    expect(fileProblem(error('EBUSY'), where)?.code).toBe('file.notWritable')
    expect(fileProblem(new TypeError('a fault of ours'), where)).toBeNull()
  })

  test('B43 an unknown user, customer or job is named, and nothing starts', async () => {
    const { firm } = await firmInMemory()
    const start = (what: object) => firm.refused('export.start', { what: what as typeof MARCH })
    expect(await start({ kind: 'userMonth', userId: 'nobody', month: '2026-03' })).toMatchObject({
      code: 'notFound.user',
    })
    expect(await start({ kind: 'customer', customerId: 'nobody' })).toMatchObject({
      code: 'notFound.customer',
    })
    expect(await firm.refused('export.get', { jobId: 'none' })).toMatchObject({ code: 'notFound.export' })
    expect(await firm.refused('export.cancel', { jobId: 'none' })).toMatchObject({ code: 'notFound.export' })
    expect(jobsOf(firm)).toEqual([])
  })

  test('G14 a workbook speaks the language of the settings', async () => {
    const { firm, folder } = await firmInMemory()
    await firm.ok('preferences.save', { language: 'de' })
    const path = join(folder, 'März.xlsx')
    expect(await exportTo(firm, MARCH, path)).toMatchObject({
      state: 'done',
      fileName: 'Lohnabrechnung 2026-03.xlsx',
    })
    const { sheets } = await readBack(path)
    expect(sheets.map(({ name }) => name)).toEqual(['Übersicht', 'Ana Weber', 'Lohn', 'Einträge', 'Info'])
  })
})

// A thread takes its time to load where everything else runs too; nothing here depends on how long.
describe('while it runs', { timeout: 90_000 }, () => {
  let firm: Large
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-jobs-'))
    firm = await large(folder, join(folder, 'data'))
  }, 90_000)
  afterAll(async () => {
    await firm.app.app.close()
    rmSync(firm.folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('G6 the application hardly works while thousands of rows are written: a thread does', async () => {
    const { app, folder, customerId } = firm
    const path = join(folder, 'large.xlsx')
    onTestFinished(() => rmSync(path, { force: true }))
    // Processor time, not time that passes: where much else runs, this thread waits for its turn in the middle of little work.
    const [here, all] = [process.threadCpuUsage(), process.cpuUsage()]
    const job = await exportTo(app, { kind: 'customer', customerId }, path)
    const [ours, total] = [process.threadCpuUsage(here), process.cpuUsage(all)]
    expect(job).toMatchObject({ state: 'done' })
    expect(job.total).toBeGreaterThan(3000)
    // By a thread it is 0.05; written in this one, above 0.5.
    expect((ours.user + ours.system) / (total.user + total.system)).toBeLessThan(0.25)
  })

  test('G6 what is committed meanwhile does not get in: entries and figures are of one moment', async () => {
    const { app, folder, customerId } = firm
    const path = join(folder, 'moment.xlsx')
    onTestFinished(() => rmSync(path, { force: true }))
    const [user] = await app.ok('user.list', {})
    let running = true
    const job = exportTo(app, { kind: 'customer', customerId }, path).finally(() => (running = false))
    for (let added = 0; running; added += 1) {
      const startAt = at('2026-03-03 06:00') + (added % 600) * 1000
      const entry = { userId: user?.id ?? '', customerId, categoryId: null, startAt, endAt: startAt + 1000 }
      // Whether one more is taken does not matter, only that something is written all the time.
      await app.reply('entry.add', entry)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await job).toMatchObject({ state: 'done' })
    const { sheet } = await readBack(path)
    const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
    const entries = sheet('Entries').records.filter(({ User, Date: date }) => User !== null && date !== null)
    expect(entries).toHaveLength(Number(info.Entries))
    const check = sheet('Entries').records.find((record) => record.Date === 'Check (0 = equal)')
    expect(check).toMatchObject({ Duration: 0, 'Hours (decimal)': 0 })
  })

  test('G6 a cancel leaves no file, and what was there before is untouched', async () => {
    const { app, folder, customerId } = firm
    const path = join(folder, 'cancelled.xlsx')
    onTestFinished(() => rmSync(path, { force: true }))
    writeFileSync(path, 'the old one')
    const { jobId } = await app.ok('export.start', { what: { kind: 'customer', customerId }, path })
    await app.ok('export.cancel', { jobId })
    expect(await ended(app, jobId)).toMatchObject({ state: 'cancelled', error: null })
    expect(workbooksIn(folder)).toEqual(['cancelled.xlsx'])
    expect(readFileSync(path, 'utf8')).toBe('the old one')
  })

  test('G6 closing the application ends what runs and leaves nothing', async () => {
    const { app, folder, customerId } = firm
    await app.ok('export.start', {
      what: { kind: 'customer', customerId },
      path: join(folder, 'closed.xlsx'),
    })
    await app.app.close()
    expect(workbooksIn(folder)).toEqual([])
    expect(app.errors).toEqual([])
  })

  test('G6 a cancel in the middle leaves nothing either', async () => {
    const { app, folder, customerId } = await large(temporaryFolder(), null)
    onTestFinished(() => app.app.close())
    app.app.subscribe((event) => {
      if (event.type === 'export' && event.job.state === 'running' && event.job.done > 0)
        void app.app.invoke('export.cancel', { jobId: event.job.jobId })
    })
    const job = await exportTo(app, { kind: 'customer', customerId }, join(folder, 'middle.xlsx'))
    expect(job).toMatchObject({ state: 'cancelled', done: 500, error: null })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('as a download', { timeout: 90_000 }, () => {
  test('B43 without a dialog the workbook waits to be fetched, and is gone when the application closes', async () => {
    const { firm, dataDir } = await firmOnDisk()
    const { jobId } = await firm.ok('export.start', { what: MARCH })
    expect(await ended(firm, jobId)).toMatchObject({ state: 'done', path: null })
    const file = firm.app.exportFile(jobId)
    expect(file?.fileName).toBe('Payroll 2026-03.xlsx')
    expect(file?.path.startsWith(join(dataDir, 'exports'))).toBe(true)
    expect((await readBack(file?.path ?? '')).sheets.length).toBe(5)
    await firm.app.close()
    expect(existsSync(file?.path ?? '')).toBe(false)
  })

  test('B43 what a crash left is removed at the next start, what another process offers is not', async () => {
    const { firm, dataDir } = await firmOnDisk()
    await firm.app.close()
    // The largest number of a process is far below this one; the process that started this one lives.
    const left = join(dataDir, 'exports', 'process-999999999')
    const other = join(dataDir, 'exports', `process-${process.ppid}`)
    for (const folder of [left, other]) mkdirSync(folder, { recursive: true })
    const again = await openTestApp('2026-04-02 11:00', { dataDir })
    onTestFinished(() => again.app.close())
    expect(existsSync(left)).toBe(false)
    expect(existsSync(other)).toBe(true)
  })
})
