// What the four workbooks hold, read back; and whether LibreOffice, calculating anew, finds the app's own figures.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../../shared/base/duration.ts'
import type { DiaryMonth, DiaryUserMonth } from '../../shared/contract/diary.ts'
import type { RateLevel } from '../../shared/entities/rate.ts'
import type { ExportKind } from '../../shared/contract/organisation.ts'
import { at, openFirm } from '../testing/testApp.ts'
import type { Firm } from '../testing/testApp.ts'
import { findLibreOffice, recalculate } from '../testing/export/libreOffice.ts'
import { days as d, formulasOf, readBack } from '../testing/export/readBack.ts'
import type { ReadSheet } from '../testing/export/readBack.ts'
import { exportTo } from '../testing/export/exportTo.ts'
import { columnLetter } from './workbook/sheetName.ts'

const LONG_NAME = `Ümit ${'Ж'.repeat(100)} ${'🙂'.repeat(40)}`
const MONTH = '2026-03'
const soffice = findLibreOffice()
const DAY = 86_400_000

let folder = ''
let firm: Firm
let month: DiaryMonth
let ben = ''
const files: Record<string, string> = {}

/** March 2026 in Berlin: clocks go forward on the 29th. Three people, parallel bookings, a rise in the middle, odd names. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-workbooks-'))
  firm = await openFirm('2026-04-02 10:00')
  const { ana, acme, globex, support, meeting } = firm
  ben = (await firm.ok('user.add', { name: '=cmd|calc', role: 'employee' })).userId
  await firm.ok('user.add', { name: LONG_NAME, role: 'employee' })
  const twin = (await firm.ok('user.add', { name: `${LONG_NAME} 2`, role: 'employee' })).userId
  const contract = (userId: string, validFrom: string, wage: object, over: object = {}) =>
    firm.ok('employment.set', {
      userId,
      validFrom,
      expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
      expectedMonthMinutes: null,
      extraHourMinor: 3333,
      bonusMinor: 0,
      ...(wage as { wage: { kind: 'hourly'; amountMinor: number } }),
      ...over,
    })
  await contract(
    ana,
    '2025-01-01',
    { wage: { kind: 'monthly', amountMinor: 345_678 } },
    { expectedMonthMinutes: 60 * 20, bonusMinor: 10_001 },
  )
  await contract(
    ana,
    '2026-03-17',
    { wage: { kind: 'hourly', amountMinor: 2799 } },
    { expectedMinutes: [60, 60, 60, 60, 60, 0, 0] },
  )
  await contract(
    ben,
    '2025-01-01',
    { wage: { kind: 'hourly', amountMinor: 1501 } },
    { expectedMinutes: [0, 0, 0, 0, 0, 0, 0] },
  )
  const add = (
    userId: string,
    from: string,
    to: string,
    customerId: string | null = acme,
    note = '',
    categoryId: string | null = support,
  ) => firm.ok('entry.add', { userId, customerId, categoryId, startAt: at(from), endAt: at(to), note })
  for (let day = 2; day <= 27; day += 1) {
    const date = `2026-03-${String(day).padStart(2, '0')}`
    await add(
      ana,
      `${date} 08:0${day % 10}`,
      `${date} 11:47`,
      acme,
      day === 3 ? '=HYPERLINK("http://evil","x")' : `work of day ${day}`,
    )
    await add(ana, `${date} 12:30`, `${date} 16:${String(20 + day)}`, globex, '', meeting)
  }
  // Parallel: A 8–12, B 11–16 bills 9 h and attends 8 h (F5).
  await add(ben, '2026-03-04 08:00', '2026-03-04 12:00', acme, 'A')
  await add(ben, '2026-03-04 11:00', '2026-03-04 16:00', globex, '@SUM(1+1)*cmd|calc')
  // Over the end of a day (F2), and over the night in which an hour is missing.
  await add(ben, '2026-03-10 22:30', '2026-03-11 01:30', acme, 'over midnight 🙂\nשורה שנייה')
  await add(ben, '2026-03-29 00:30', '2026-03-29 04:30', acme, 'DST')
  // 1:55 and 20 s at 15.01: half a cent, to be rounded like the app does.
  await firm.ok('entry.add', {
    userId: ben,
    customerId: globex,
    categoryId: support,
    startAt: at('2026-03-12 09:00'),
    endAt: at('2026-03-12 10:55') + 20_000,
    note: '_x0041_',
  })
  await add(twin, '2026-03-05 10:00', '2026-03-05 10:20', globex)
  // Acme: a rise in the middle of the month, a project with its own rate, one that is not charged, and odd amounts.
  const rate = (level: RateLevel, subjectId: string | null, validFrom: string, amountMinor: number) =>
    firm.ok('rate.set', { level, subjectId, validFrom, amountMinor })
  await rate('organisation', null, '2026-03-03', 9_501)
  await rate('user', ben, '2026-03-01', 8_333)
  await rate('customer', acme, '2026-03-17', 10_001)
  for (const [name, billable] of [
    ['Relaunch', true],
    ['Gift', false],
  ] as const) {
    const { projectId } = await firm.ok('project.add', { customerId: acme, name, billable })
    await rate('project', projectId, '2026-03-01', 15_030)
    await firm.ok('entry.add', {
      customerId: acme,
      categoryId: support,
      projectId,
      startAt: at('2026-03-30 09:00'),
      // 61 minutes at 150.30 end in half a cent, which goes up; the seconds do not count.
      endAt: at('2026-03-30 10:01') + 20_000,
      note: name,
    })
  }

  // Of each effect, with a half day and hours; Ana's wage is by the month.
  await firm.ok('module.switch', { module: 'absence', on: true })
  for (const [effect, userId, firstDay, lastDay, more] of [
    ['relieved', ana, '2026-03-09', '2026-03-10', {}],
    ['worked', ana, '2026-03-11', '2026-03-11', { portion: 'half' }],
    ['unpaid', ana, '2026-03-12', '2026-03-12', { minutes: 95 }],
    ['unpaid', ben, '2026-03-09', '2026-03-13', {}],
    ['relieved', ben, '2026-03-26', '2026-04-10', { portion: 'half' }],
  ] as const) {
    const known = (await firm.ok('absenceKind.list', {})).find(({ name }) => name === `=${effect}`)?.id
    const kindId = known ?? (await firm.ok('absenceKind.add', { name: `=${effect}`, effect })).absenceKindId
    await firm.ok('absence.add', { userId, kindId, firstDay, lastDay, ...more })
  }

  month = await firm.ok('diary.month', { month: MONTH })

  const wanted: Record<string, ExportKind> = {
    payroll: { kind: 'payroll', month: MONTH },
    empty: { kind: 'payroll', month: '2024-02' },
    userMonth: { kind: 'userMonth', userId: ben, month: MONTH },
    day: { kind: 'day', userId: ben, date: '2026-03-04' },
    emptyDay: { kind: 'day', userId: ben, date: '2026-03-05' },
    customer: { kind: 'customer', customerId: acme },
    customerMonth: { kind: 'customer', customerId: globex, month: MONTH },
    customerWithoutRates: { kind: 'customer', customerId: globex, month: '2026-02' },
    customerNever: { kind: 'customer', customerId: acme, month: '2020-01' },
  }
  for (const [name, what] of Object.entries(wanted)) {
    files[name] = join(folder, `${name}.xlsx`)
    await exportTo(firm, what, files[name])
  }
}, 120_000)

afterAll(async () => {
  await firm.app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const read = new Map<string, ReturnType<typeof readBack>>()
const open = (name: string): ReturnType<typeof readBack> => {
  const known = read.get(name) ?? readBack(files[name] ?? '')
  read.set(name, known)
  return known
}
const total = (sheet: ReadSheet): Record<string, string | number | null> =>
  sheet.records.find(
    (record) => Object.values(record).includes('Total') || Object.values(record).includes('Total Time'),
  ) ?? {}

describe('the payroll month', () => {
  test('G6 Summary, one sheet for each user, Pay, Entries and Info, in this order, by names that Excel takes', async () => {
    const { sheets } = await open('payroll')
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      '=cmd|calc',
      'Ana Weber',
      `Ümit ${'Ж'.repeat(26)}`,
      `Ümit ${'Ж'.repeat(22)} (2)`,
      'Pay',
      'Absences',
      'Entries',
      'Info',
    ])
    for (const { frozenRows, filter, name } of sheets) {
      expect(frozenRows).toBe(1)
      if (name !== 'Info') expect(filter).toMatch(/^A1:[A-Z]+[0-9]+$/)
    }
  })

  test('G6 B34 each user’s total, expected and extra hours and salary are the app’s', async () => {
    const { sheet } = await open('payroll')
    const { records } = sheet('Summary')
    expect(records.slice(0, month.rows.length).map((record) => record.Name)).toEqual(
      month.rows.map(({ name }) => name),
    )
    month.rows.forEach(({ figures }, index) => {
      expect(records[index]?.['Total Hours']).toBeCloseTo(figures.totalMs / DAY, 9)
      expect(records[index]?.['Hours (decimal)']).toBeCloseTo(figures.totalMs / HOUR_MS, 9)
      expect(records[index]?.Expected).toBeCloseTo(figures.expectedMs / DAY, 9)
      expect(records[index]?.['Extra Hours']).toBeCloseTo(figures.extraMs / DAY, 9)
      expect(records[index]?.Salary).toBe(figures.salaryMinor === null ? null : figures.salaryMinor / 100)
      expect(records[index]?.Check).toBe(0)
    })
    // Something was to be shown at all; the last one's time lies before their start date.
    expect(month.rows.map(({ figures }) => figures.extraMs > 0)).toEqual([true, true, false, true])
  })

  test('G6 figures in Summary and Pay are formulas, not numbers', async () => {
    const { sheet } = await open('payroll')
    const [header, ...rows] = sheet('Summary').rows
    const at = (name: string): number => header?.findIndex(({ value }) => value === name) ?? -1
    for (const name of ['Total Hours', 'Expected', 'Extra Hours', 'Check']) {
      expect(rows.slice(0, 4).map((row) => typeof row[at(name)]?.formula)).toEqual([
        'string',
        'string',
        'string',
        'string',
      ])
    }
    expect(rows[1]?.[at('Salary')]?.formula).toContain('SUMIF')
  })

  test('B36 B37 every day of the month is listed with entrance and exit, also the empty ones', async () => {
    const { sheet } = await open('payroll')
    const diary: DiaryUserMonth = await firm.ok('diary.user', { userId: ben, month: MONTH })
    const days = sheet('=cmd|calc').records.slice(0, 31)
    expect(days.map(({ Date }) => Date)).toEqual(diary.days.map((_, index) => 46_082 + index))
    expect(days[3]).toMatchObject({ Day: 'Wed', Entrance: d(46_085 + 8 / 24), Entries: 2 })
    expect(days[3]?.Exit).toBeCloseTo(46_085 + 16 / 24, 9)
    expect(days[6]).toMatchObject({ Entrance: null, Exit: null, Total: 0 })
  })

  test('F5 parallel bookings count once for attendance and each for what is booked', async () => {
    const { sheet } = await open('payroll')
    const day = sheet('=cmd|calc').records[3]
    expect([day?.Total, day?.Booked]).toEqual([d(8 / 24), d(9 / 24)])
  })

  test('I4 absences stand in the days, lower expected or pay by formulas, and have a sheet of their own', async () => {
    const { sheet } = await open('payroll')
    const { records, rows } = sheet('Absences')
    expect(records.slice(0, 5).map(({ Name, Kind, From, To }) => [Name, Kind, From, To])).toEqual([
      ['=cmd|calc', '=unpaid', 46_090, 46_094],
      ['=cmd|calc', '=relieved', 46_107, 46_112],
      ['Ana Weber', '=relieved', 46_090, 46_091],
      ['Ana Weber', '=worked', 46_092, 46_092],
      ['Ana Weber', '=unpaid', 46_093, 46_093],
    ])
    expect(rows.at(6)?.at(5)?.formula ?? rows.at(-1)?.at(5)?.formula).toContain('SUM')
    const days = sheet('Ana Weber').records
    const row = month.rows.find(({ name }) => name === 'Ana Weber')
    expect(days[8]).toMatchObject({ Remark: '=relieved', Expected: 0 })
    expect(row?.figures.absence.unpaidMs).toBe(95 * 60_000)
    const pay = sheet('Pay').records.find((record) => record.Name === 'Ana Weber')
    const [stretch] = row?.figures.stretches ?? []
    expect(pay?.Unpaid ?? 0).toBe(-(stretch?.unpaidMinor ?? 0) / 100)
  })

  test('G6 totals above 24 hours are shown in hours, by [h]:mm', async () => {
    const { sheet } = await open('payroll')
    const { rows, records } = sheet('Ana Weber')
    const column = rows[0]?.findIndex(({ value }) => value === 'Total') ?? -1
    const row = records.findIndex((record) => record.Date === 'Total')
    expect(rows[row + 1]?.[column]?.format).toBe('[h]:mm')
    expect(rows[row + 1]?.[column]?.value).toBeGreaterThan(1)
  })

  test('G6 a month in which nothing was recorded makes a workbook of zeros', async () => {
    const { sheet, sheets } = await open('empty')
    expect(
      sheet('Summary')
        .records.slice(0, 4)
        .map((record) => [record['Total Hours'], record.Check]),
    ).toEqual(Array.from({ length: 4 }, () => [0, 0]))
    expect(
      sheets.find(({ name }) => name === 'Ana Weber')?.records.filter(({ Day }) => Day !== null),
    ).toHaveLength(29)
  })
})

describe('a day, a customer', () => {
  test('B43 the listed day: every session with customer, times, duration, category and note', async () => {
    const { sheets } = await open('day')
    expect(sheets.map(({ name }) => name)).toEqual(['=cmd|calc 2026-03-04', 'Info'])
    const { records } = sheets[0] ?? { records: [] }
    expect(records[0]).toMatchObject({
      Start: d(46_085 + 8 / 24),
      Stop: 46_085.5,
      Customer: 'Acme',
      Category: 'Support',
      Duration: d(4 / 24),
      Note: 'A',
    })
    expect(records[1]).toMatchObject({ Customer: 'Globex', Note: '@SUM(1+1)*cmd|calc' })
    expect(records.map((record) => [record.Start, record.Duration]).slice(2, 6)).toEqual([
      ['Total', d(9 / 24)],
      ['In Daybook', d(9 / 24)],
      ['Check (0 = equal)', 0],
      ['Attended', d(8 / 24)],
    ])
  })

  test('B32 B46 the customer’s entries with Total Time as the app shows it, and totals by user and by category', async () => {
    const { sheet } = await open('customer')
    const app = await firm.ok('customer.entries', { customerId: firm.acme })
    expect(total(sheet('Entries')).Duration).toBeCloseTo(app.totalMs / DAY, 9)
    expect(sheet('Entries').records.filter(({ Note }) => Note !== null)).toHaveLength(app.total)
    expect(total(sheet('Users')).Duration).toBeCloseTo(app.totalMs / DAY, 9)
    expect(total(sheet('Categories')).Duration).toBeCloseTo(app.totalMs / DAY, 9)
    expect(
      sheet('Users')
        .records.slice(0, 2)
        .map(({ User }) => User),
    ).toEqual(['Ana Weber', '=cmd|calc'])
  })

  test('B32 G6 entries name their project by code and name, in the customer’s report and in payroll', async () => {
    const projectOf = (sheet: ReadSheet, note: string) =>
      sheet.records.find(({ Note }) => Note === note)?.Project ?? null
    for (const name of ['customer', 'payroll']) {
      const entries = (await open(name)).sheet('Entries')
      expect(projectOf(entries, 'Relaunch')).toMatch(/^PROJ-\d Relaunch$/)
      expect(projectOf(entries, 'A')).toBeNull()
    }
  })

  test('G7 each entry has the rate of its day and what it is worth, with the total that the app shows', async () => {
    const { sheet } = await open('customer')
    const { rows, records } = sheet('Entries')
    const app = await firm.ok('customer.amount', { customerId: firm.acme })
    expect(total(sheet('Entries')).Amount).toBe((app.amountMinor ?? 0) / 100)
    const of = (note: string): (string | number | null)[] => {
      const record = records.find(({ Note }) => Note === note)
      return [record?.['Rate per hour'] ?? null, record?.Amount ?? null, record?.Billable ?? null]
    }
    // On the 2nd nothing was valid for Ana; then the organisation's, then the customer's; Ben's own, which the customer's ends.
    expect(of('work of day 2')).toEqual([null, null, 'yes'])
    expect(of('work of day 4')[0]).toBe(95.01)
    expect(of('work of day 16')[0]).toBe(95.01)
    expect(of('work of day 17')[0]).toBe(100.01)
    expect(of('A')).toEqual([83.33, 333.32, 'yes'])
    expect(of('DST')).toEqual([100.01, 300.03, 'yes'])
    expect(of('Relaunch')).toEqual([150.3, 152.81, 'yes'])
    expect(of('Gift')).toEqual([null, null, 'no'])
    const placeOf = (title: string) => rows[0]?.findIndex(({ value }) => value === title) ?? -1
    const column = placeOf('Amount')
    const [time, rate] = [columnLetter(placeOf('Duration')), columnLetter(placeOf('Rate per hour'))]
    expect(rows[1]?.[column]?.formula).toBeNull()
    expect(rows[3]?.[column]?.formula).toBe(
      `ROUND(ROUND((${time}4)*86400000,0)*ROUND(${rate}4*100,0)/3600000,0)/100`,
    )
    expect(rows[3]?.[column]?.format).toBe('#,##0.00" EUR"')
    expect(records.find((record) => record.Date === 'Check (0 = equal)')?.Amount).toBe(0)
    const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
    expect(info.Rates).toContain('most specific billing rate')
  })

  test('G7 without a rate for any of the time there are no such columns', async () => {
    for (const name of ['customerWithoutRates', 'customerNever', 'payroll', 'day']) {
      const { sheets } = await open(name)
      for (const { rows } of sheets)
        expect(rows[0]?.map(({ value }) => value)).not.toEqual(expect.arrayContaining(['Amount']))
    }
  })

  test('B46 a month narrows the report', async () => {
    const { sheet } = await open('customerNever')
    expect(total(sheet('Entries')).Duration).toBe(0)
    const march = await open('customerMonth')
    expect(total(march.sheet('Entries')).Duration).toBeCloseTo(
      (await firm.ok('customer.entries', { customerId: firm.globex })).totalMs / DAY,
      9,
    )
  })

  test('F2 a session over midnight is two rows, each on its own day; the end of the day carries its date', async () => {
    const { sheet } = await open('userMonth')
    const rows = sheet('Entries').rows.filter((row) => String(row.at(-1)?.value).startsWith('over midnight'))
    expect(rows.map((row) => row.slice(2, 5).map(({ value }) => value))).toEqual([
      [46_091, d(46_091 + 22.5 / 24), 46_092],
      [46_092, 46_092, d(46_092 + 1.5 / 24)],
    ])
    expect(rows[0]?.[4]?.format).toBe('yyyy-mm-dd hh:mm')
    expect(rows[1]?.[4]?.format).toBe('hh:mm')
  })

  test('G6 on the night of a clock change the duration is what passed, not what the clock says', async () => {
    const { sheet } = await open('userMonth')
    const row = sheet('Entries').records.find(({ Note }) => Note === 'DST')
    expect(row?.Duration).toBeCloseTo(3 / 24, 9)
    expect(Number(row?.Stop) - Number(row?.Start)).toBeCloseTo(4 / 24, 9)
  })

  test('F8 every workbook says by which day rule and zone, when and by whom it was made', async () => {
    for (const name of Object.keys(files)) {
      const { sheets, sheet } = await open(name)
      const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
      expect(info).toMatchObject({
        Organisation: 'Weber Advisers',
        'Time zone': 'Europe/Berlin',
        'A working day begins at': '00:00',
        'Made by': 'Ana Weber',
        Currency: 'EUR',
        'Daybook version': '0.0.0-test',
        'All checks together': 0,
      })
      expect(info['Made at']).toBeCloseTo(46_114 + 10 / 24, 9)
      for (const { rows, sheet: written } of sheets) {
        expect(rows.at(-1)?.[0]?.value).toBe('Times in Europe/Berlin. A working day begins at 00:00.')
        expect(written.headerFooter.oddFooter).toContain('Europe/Berlin')
      }
    }
  })

  test('G6 no note or name becomes a formula', async () => {
    const { sheets } = await open('payroll')
    for (const { formula } of formulasOf(sheets))
      expect(formula).toMatch(/^(\(?'|[A-Z]+\(|\(?[A-Z]+[0-9]+|0$)/)
    const notes = sheets.find(({ name }) => name === 'Entries')?.rows.map((row) => row.at(-1)) ?? []
    expect(notes.find((cell) => String(cell?.value).startsWith('=HYPERLINK'))).toMatchObject({
      formula: null,
      format: '@',
    })
    expect(notes.find((cell) => cell?.value === '_x0041_')).toBeDefined()
  })
})

describe.skipIf(soffice === null)('recalculated by LibreOffice', () => {
  let again: Record<string, string> = {}

  beforeAll(async () => {
    // A workbook whose cached results are wrong: the proof that LibreOffice does not just believe them.
    const lying = new ExcelJS.Workbook()
    const sheet = lying.addWorksheet('Lie')
    sheet.addRow([1, 2, { formula: 'SUM(A1:B1)', result: 99 }])
    files.lying = join(folder, 'lying.xlsx')
    await lying.xlsx.writeFile(files.lying)
    // And one of ours with an entry changed by hand after the export.
    const forged = new ExcelJS.Workbook()
    await forged.xlsx.readFile(files.payroll ?? '')
    const entries = forged.getWorksheet('Entries')
    if (entries !== undefined) entries.getCell('G2').value = 5
    files.forged = join(folder, 'forged.xlsx')
    await forged.xlsx.writeFile(files.forged)
    copyFileSync(files.payroll ?? '', join(folder, 'copy.xlsx'))
    const names = Object.keys(files)
    const out = recalculate(
      soffice ?? '',
      names.map((name) => files[name] ?? ''),
      folder,
    )
    again = Object.fromEntries(names.map((name, index) => [name, out[index] ?? '']))
  }, 300_000)

  test('G6 it really calculates anew: a wrong result in a file is put right', async () => {
    const { sheet } = await readBack(again.lying ?? '')
    expect(sheet('Lie').rows[0]?.[2]).toMatchObject({ formula: 'SUM(A1:B1)', value: 3 })
  })

  test.each([
    'payroll',
    'empty',
    'userMonth',
    'day',
    'emptyDay',
    'customer',
    'customerMonth',
    'customerNever',
    'customerWithoutRates',
  ])('G6 B32 B43 B46 every formula of %s finds the result that was written', async (name) => {
    const ours = formulasOf((await open(name)).sheets)
    const theirs = new Map(
      formulasOf((await readBack(again[name] ?? '')).sheets).map((cell) => [cell.at, cell]),
    )
    expect(ours.length).toBeGreaterThan(2)
    for (const { at: place, value, formula } of ours) {
      const found = theirs.get(place)?.value
      expect(typeof found, `${place} ${formula}`).toBe('number')
      expect(
        Math.abs(Number(found) - Number(value)),
        `${place} ${formula}: ${found} for ${value}`,
      ).toBeLessThan(1e-9)
    }
  })

  test('G6 recalculated, the Summary is the app’s month to the cent, and all checks are 0', async () => {
    const { sheet } = await readBack(again.payroll ?? '')
    month.rows.forEach(({ figures }, index) => {
      const record = sheet('Summary').records[index]
      expect(record?.['Total Hours']).toBeCloseTo(figures.totalMs / DAY, 9)
      expect(record?.Salary ?? null).toBe(figures.salaryMinor === null ? null : figures.salaryMinor / 100)
      expect(record?.Check).toBe(0)
    })
    const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
    expect(info['All checks together']).toBe(0)
  })

  test('G7 recalculated, each amount is the app’s to the cent, also where it is half a cent, and so is their total', async () => {
    const { sheet } = await readBack(again.customer ?? '')
    const { amountMinor } = await firm.ok('customer.amount', { customerId: firm.acme })
    expect(total(sheet('Entries')).Amount).toBeCloseTo((amountMinor ?? 0) / 100, 9)
    expect(sheet('Entries').records.find(({ Note }) => Note === 'Relaunch')?.Amount).toBe(152.81)
    const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
    expect(info['All checks together']).toBe(0)
  })

  test('G6 an entry that is changed in the workbook shows in its checks', async () => {
    const { sheet } = await readBack(again.forged ?? '')
    const info = Object.fromEntries(sheet('Info').records.map(({ What, Value }) => [What, Value]))
    expect(Number(info['All checks together'])).toBeGreaterThan(1000)
  })

  test('G6 formula-like text is still text, and names are still whole', async () => {
    const { sheets, sheet } = await readBack(again.payroll ?? '')
    const notes = sheet('Entries').records.map(({ Note }) => Note)
    expect(notes).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://evil","x")', '@SUM(1+1)*cmd|calc', '_x0041_']),
    )
    expect(sheet('Summary').records.map(({ Name }) => Name)).toContain(LONG_NAME)
    expect(sheets).toHaveLength(9)
  })
})
