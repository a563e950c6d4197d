// Where a workbook goes and how somebody who looked away hears that it is there.
import { afterEach, expect, test } from 'vitest'
import type { ExportJob } from '../shared/contract/organisation.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'

const desktops: Desktop[] = []
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})

test('B43 a save dialog asks where, beginning in the documents; changing one’s mind is no place', async () => {
  const { ports, electron } = await open()
  electron.dialog.savePath = '/media/stick/March.xlsx'
  expect(await ports.askSavePath?.('Payroll 2026-03.xlsx')).toBe('/media/stick/March.xlsx')
  expect(electron.dialog.saves).toMatchObject([
    {
      title: 'Save',
      defaultPath: expect.stringMatching(/Documents.Payroll 2026-03\.xlsx$/),
      filters: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
    },
  ])
  for (const [file, name] of [
    ['Invoice 2026-0001 Acme.pdf', 'PDF'],
    ['Invoice 2026-0001 Acme.xml', 'E-invoice'],
    ['Customers by month.csv', 'CSV file'],
    ['Ana 2026-03-01 2026-03-31.ics', 'iCalendar file'],
  ] as const) {
    await ports.askSavePath?.(file)
    expect(electron.dialog.saves.at(-1)?.filters).toEqual([{ name, extensions: [file.slice(-3)] }])
  }
  electron.dialog.savePath = ''
  expect(await ports.askSavePath?.('Payroll 2026-03.xlsx')).toBeNull()
})

const job = (over: Partial<ExportJob>): ExportJob => ({
  jobId: 'J1',
  kind: 'payroll',
  fileName: 'March.xlsx',
  state: 'running',
  done: 0,
  total: 10,
  path: null,
  error: null,
  ...over,
})
const done = job({ state: 'done', path: '/home/ana/March.xlsx' })

test('a long export is announced, and a click shows the file', async () => {
  const desktop = await open()
  const { electron, clock } = desktop
  electron.window('index.html').isReady()
  await desktop.emit({ type: 'export', job: job({}) })
  clock.advance(4000)
  await desktop.emit({ type: 'export', job: job({ done: 5 }) })
  clock.advance(4000)
  await desktop.emit({ type: 'export', job: done })
  expect(electron.notifications.map(({ title, body, shown }) => [title, body, shown])).toEqual([
    ['The export is ready', 'March.xlsx', true],
  ])
  electron.notifications[0]?.emit('click')
  expect(electron.opened).toEqual(['/home/ana/March.xlsx'])
})

test('a short one is announced only when nobody looks', async () => {
  const desktop = await open()
  const { electron } = desktop
  electron.window('index.html').isReady()
  await desktop.emit({ type: 'export', job: job({}) })
  await desktop.emit({ type: 'export', job: done })
  expect(electron.notifications).toEqual([])
  electron.focus(null)
  await desktop.emit({ type: 'export', job: job({}) })
  await desktop.emit({ type: 'export', job: done })
  expect(electron.notifications).toHaveLength(1)
})

test('a desktop that shows no notices costs nothing: what they say is on the screens too', async () => {
  const desktop = await open()
  const { electron } = desktop
  electron.place.noNotices = true
  electron.focus(null)
  await desktop.emit({ type: 'export', job: job({}) })
  await desktop.emit({ type: 'export', job: done })
  await settle()
  expect(electron.notifications.map(({ shown }) => shown)).toEqual([false])
  expect(desktop.errors).toEqual([])
})

test('a failure brings the window back on a click; a cancelled export says nothing', async () => {
  const desktop = await open()
  const { electron } = desktop
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  electron.notifications.length = 0
  await desktop.emit({ type: 'export', job: job({ state: 'cancelled' }) })
  expect(electron.notifications).toEqual([])
  await desktop.emit({ type: 'export', job: job({ state: 'failed', error: { code: 'disk.full' } }) })
  expect(electron.notifications[0]).toMatchObject({ title: 'The export failed', shown: true })
  electron.notifications[0]?.emit('click')
  expect(main.visible).toBe(true)
})

test('E7 an invoice that is sent: its PDF is shown where it lies, and the mail program opens with the text', async () => {
  const { ports, electron, ask } = await open()
  ports.showFile?.('/home/ana/Invoice.pdf')
  const url = 'mailto:a@x.example?subject=Invoice&body=Hello'
  expect(await ports.openMail?.(url)).toBeNull()
  expect(electron.opened).toEqual(['/home/ana/Invoice.pdf', url])
  // What it opens is made of its parts, and those are looked at.
  const mail = { subject: '', text: '' }
  expect(await ask('index.html', 'mail.open', { ...mail, to: 'a b' })).toMatchObject({
    error: { code: 'mail.noAddress' },
  })
  expect(await ask('index.html', 'mail.open', { ...mail, to: 'a?cc=b@x.example' })).toMatchObject({
    ok: true,
  })
  expect(electron.opened.at(-1)).toBe('mailto:a%3Fcc%3Db@x.example?subject=&body=')
})
