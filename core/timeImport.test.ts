// Time from other tools through the whole application: each layout, what is asked, that nothing comes twice, that one undo takes it back,
// and what files made to do harm end with.
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { localTimeOf } from '../shared/base/wallTime.ts'
import type { ImportOptions, ImportSource } from '../shared/contract/timeImport.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import type { Given } from './testing/importFiles.ts'
import { codesOf, csv, importFiles, openFiles, readFiles, rowsOf } from './testing/importFiles.ts'
import type { Firm } from './testing/testApp.ts'
import { openFirm, openTestApp, ZONE } from './testing/testApp.ts'
import { zipOf } from './testing/zipOf.ts'

const H = 3_600_000
const NOW = '2026-06-30 12:00'

/** '03-02 09:00 1:30 Customer/Project/Category note' of all time, in order. */
async function recorded(f: Firm): Promise<string[]> {
  const { customers } = { customers: await f.ok('customer.list', { limit: 500 }) }
  const found: { at: number; text: string }[] = []
  for (const { id } of customers.rows) {
    const { rows } = await f.ok('customer.entries', { customerId: id, limit: 500 })
    for (const entry of rows) {
      const { date, time } = localTimeOf(entry.startAt, ZONE)
      const when = entry.segments.length === 0 ? `${entry.workDate} –` : `${date} ${time.slice(0, 5)}`
      const on = [entry.customerName, entry.projectName ?? '', entry.categoryName ?? ''].join('/')
      found.push({
        at: entry.startAt,
        text: `${when.slice(5)} ${entry.durationMs / H} ${on} ${entry.note}`.trim(),
      })
    }
  }
  return found.toSorted((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1)).map(({ text }) => text)
}

async function workbook(
  rows: readonly (readonly unknown[])[],
  format?: (sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Export')
  for (const row of rows) sheet.addRow([...row])
  format?.(sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const TOGGL = csv(
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)',
  'Ana Weber,ana@weber.example,Acme,Site,Design,"Home, page",Yes,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,"web, urgent",90.00',
  'Ana Weber,ana@weber.example,Initech,,Support,,No,2026-03-02,22:30:00,2026-03-03,00:30:00,02:00:00,,0.00',
)
const CLOCKIFY_HEADER =
  'Project,Client,Description,Task,User,Group,Email,Tags,Type,Billable,Invoiced,Invoice ID,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)'

type Layout = [string, ImportSource, () => Promise<Given> | Given, ImportOptions, string[], number]
const ZONED: ImportOptions = { zone: ZONE }

test.each<Layout>([
  [
    'Toggl Track',
    'toggl',
    () => `\uFEFF${TOGGL}`,
    ZONED,
    [
      '03-02 09:00 1.5 Acme/Site/Design Home, page',
      '03-02 22:30 1.5 Initech//Support',
      '03-03 00:00 0.5 Initech//Support',
    ],
    3.5,
  ],
  [
    'Toggl Track with chosen columns',
    'toggl',
    () =>
      csv(
        'Description,Start date,Start time,Stop date,Stop time,Duration',
        'Call,2026-03-02,09:00:00,2026-03-02,09:45:00,00:45:00',
      ),
    { ...ZONED, customer: 'Imported', category: 'Imported' },
    ['03-02 09:00 0.75 Imported//Imported Call'],
    0.75,
  ],
  [
    'Clockify with months first and half days',
    'clockify',
    () =>
      csv(
        CLOCKIFY_HEADER,
        'Site,Acme,Draft,Design,Ana Weber,,ana@weber.example,,Regular,Yes,No,,03/13/2026,10:15 AM,03/13/2026,12:00 PM,01:45:00,1.75,50,87.50',
        'Site,Acme,Lunch,Design,Ana Weber,,ana@weber.example,,Break,No,No,,03/13/2026,12:00 PM,03/13/2026,01:00 PM,01:00:00,1.00,0,0',
        'Site,Acme,More,Design,Ana Weber,,ana@weber.example,,Regular,No,No,,03/13/2026,01:00 PM,03/13/2026,02:30 PM,01:30:00,1.50,0,0',
      ),
    ZONED,
    ['03-13 10:15 1.75 Acme/Site/Design Draft', '03-13 13:00 1.5 Acme/Site/Design More'],
    3.25,
  ],
  [
    'Harvest, which has no times',
    'harvest',
    () =>
      csv(
        'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Employee Id,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL',
        '2026-03-02,Acme,Site,S-7,Design,Sketch,"2,5",2.5,Yes,No,No,Ana,Weber,,,Yes,100,250,0,0,Euro - EUR,https://tracker.example/browse/T-12',
        '2026-03-02,Acme,Site,S-7,Review,,1.25,1.25,No,No,No,Ana,Weber,,,Yes,100,0,0,0,Euro - EUR,',
      ),
    {},
    ['03-02 – 1.25 Acme/Site/Review', '03-02 – 2.5 Acme/Site/Design Sketch'],
    3.75,
  ],
  [
    'Kimai in German',
    'kimai',
    () =>
      csv(
        'Datum;Von;Bis;Dauer;Währung;Preis;Interner Preis;Stundensatz;Festpreis;Name;Benutzer;E-Mail;Personalnummer;Kunde;Projekt;Tätigkeit;Beschreibung;Abrechenbar;Schlagworte;Typ;Kategorie',
        '2026-03-02;22:00;01:00;3:00;EUR;0;0;0;0;Ana Weber;ana;ana@weber.example;;Acme;Site;Design;Nachts;Ja;web;timesheet;work',
        '2026-03-04;09:00;11:00;1:30;EUR;0;0;0;0;Ana Weber;ana;ana@weber.example;;Acme;Site;Design;Mit Pause;Ja;;timesheet;work',
      ),
    ZONED,
    [
      '03-02 22:00 2 Acme/Site/Design Nachts',
      '03-03 00:00 1 Acme/Site/Design Nachts',
      '03-04 09:00 1.5 Acme/Site/Design Mit Pause',
    ],
    4.5,
  ],
  [
    'Kimai as a workbook, its durations over a day long formats',
    'kimai',
    () =>
      workbook(
        [
          [
            'Date',
            'From',
            'To',
            'Duration',
            'Name',
            'Customer',
            'Project',
            'Activity',
            'Description',
            'Billable',
            'Tags',
          ],
          [
            new Date(Date.UTC(2026, 2, 2)),
            '09:00',
            '11:30',
            2.5 / 24,
            'Ana Weber',
            'Acme',
            'Site',
            'Design',
            'Plan',
            'Yes',
            '',
          ],
        ],
        (sheet) => {
          sheet.getCell('A2').numFmt = 'yyyy-mm-dd'
          sheet.getCell('D2').numFmt = '[hh]:mm'
        },
      ),
    ZONED,
    ['03-02 09:00 2.5 Acme/Site/Design Plan'],
    2.5,
  ],
  [
    'timewarrior, of which one runs',
    'timewarrior',
    () =>
      JSON.stringify([
        {
          id: 2,
          start: '20260302T080000Z',
          end: '20260302T091500Z',
          tags: ['web', 'a, b'],
          annotation: 'Fix',
        },
        { id: 1, start: '20260302T100000Z', tags: [] },
      ]),
    { customer: 'Acme', category: 'Support' },
    ['03-02 09:00 1.25 Acme//Support Fix'],
    1.25,
  ],
  [
    'Hamster as tab separated values',
    'hamster',
    () =>
      'activity\tstart time\tend time\tduration minutes\tcategory\tdescription\ttags\r\nDesign\t2026-03-02 09:00:00\t2026-03-02 09:50:00\t50\tAcme\tA "quoted" word\tweb\r\n',
    ZONED,
    ['03-02 09:00 0.8333333333333334 Acme//Design A "quoted" word'],
    50 / 60,
  ],
  [
    'Hamster as XML',
    'hamster',
    () =>
      '<?xml version="1.0"?><activities><activity name="Design" start_time="2026-03-02 09:00:00" end_time="2026-03-02 10:00:00" duration_minutes="60" category="Acme" description="&lt;b&gt;" tags="web, urgent"/></activities>',
    ZONED,
    ['03-02 09:00 1 Acme//Design <b>'],
    1,
  ],
  [
    'solidtime, generic',
    'solidtime',
    () =>
      csv(
        'description,billable,client,project,tags,start,end,task,user_name,user_email',
        'Plan,true,Acme,Site,web,2026-03-02T08:00:00Z,2026-03-02T08:30:00Z,Design,Ana Weber,ana@weber.example',
      ),
    {},
    ['03-02 09:00 0.5 Acme/Site/Design Plan'],
    0.5,
  ],
  [
    'solidtime as an archive',
    'solidtime',
    () =>
      zipOf({
        'meta.json': '{"version":"1.0"}',
        'clients.csv': csv('id,name,organization_id', 'c1,Acme,o'),
        'projects.csv': csv('id,name,client_id', 'p1,Site,c1'),
        'tasks.csv': csv('id,name,project_id', 't1,Design,p1'),
        'tags.csv': csv('id,name', 'g1,web'),
        'members.csv': csv('id,user_id,name,email', 'm1,u1,Ana Weber,ana@weber.example'),
        'time_entries.csv': csv(
          'id,description,start,end,billable_rate,billable,member_id,user_id,organization_id,client_id,project_id,task_id,tags',
          'e1,Plan,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,,true,m1,u1,o,,p1,t1,"[""g1""]"',
        ),
      }),
    {},
    ['03-02 09:00 1 Acme/Site/Design Plan'],
    1,
  ],
  [
    'any table, by naming its columns',
    'csv',
    () => csv('When,Length,Who for,What', '2026-03-02,1:15,Acme,Chat'),
    {
      columns: { startDate: 'When', duration: 'Length', customer: 'Who for', note: 'What' },
      category: 'Support',
    },
    ['03-02 – 1.25 Acme//Support Chat'],
    1.25,
  ],
])(
  'G13 J1 J4 J5 %s: its sum is the file’s own, a second run adds nothing, one undo leaves nothing',
  async (_, source, file, options, shown, hours) => {
    const f = await openFirm(NOW)
    const given = { 'export.file': await file() }
    const draft = await readFiles(f, given, options)
    expect(draft.needs).toEqual([])
    expect(draft.source).toBe(source)
    expect(await recorded(f)).toEqual([])
    const { report, commitId } = await importFiles(f, given, options)
    expect(await recorded(f)).toEqual(shown)
    expect(report.sums.new / H).toBeCloseTo(hours, 9)
    const again = await importFiles(f, given, options)
    expect(again.report.counts.new).toBe(0)
    expect(again.commitId).toBeUndefined()
    expect(await recorded(f)).toEqual(shown)
    expect((await f.ok('customer.list', { search: 'Initech' })).total).toBe(
      source === 'toggl' && hours > 1 ? 1 : 0,
    )
    await f.ok('change.undo', { commitId: commitId ?? '' })
    expect(await recorded(f)).toEqual([])
    expect((await f.ok('tag.list', {})).length).toBe(0)
    expect((await f.ok('customer.list', {})).total).toBe(2)
    // What was taken back can come again.
    expect((await importFiles(f, given, options)).report.counts.new).toBe(report.counts.new)
  },
)

test('J4 twins in a file both come, once; what was edited here since does not come again', async () => {
  const f = await openFirm(NOW)
  const line = 'Ana Weber,,Acme,,Support,Same,Yes,2026-03-02,09:00:00,2026-03-02,09:30:00,00:30:00,'
  const file = csv(
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
    line,
    line,
  )
  await importFiles(f, { a: file }, ZONED)
  const { rows } = await f.ok('customer.entries', { customerId: f.acme })
  expect(rows).toHaveLength(2)
  await f.ok('entry.edit', { entryId: rows[0]?.id ?? '', note: 'Changed here', customerId: f.globex })
  expect((await importFiles(f, { a: file }, ZONED)).report.counts).toEqual({ new: 0, same: 2, refused: 0 })
})

test('J4 the same rows in two files of one import come once, twins within a file both', async () => {
  const f = await openFirm(NOW)
  const line = (day: string) => `${day},1:00,Acme,Same`
  const header = 'Date,Duration,Client,Notes'
  const files = {
    'first.csv': csv(header, line('2026-03-02'), line('2026-03-02'), line('2026-03-03')),
    'second.csv': csv(header, line('2026-03-02'), line('2026-03-02'), line('2026-03-02'), line('2026-03-04')),
  }
  const draft = await readFiles(f, files)
  expect(await codesOf(f, draft)).toEqual(['new', 'new', 'new', 'same', 'same', 'new', 'new'])
  await importFiles(f, files)
  expect(await recorded(f)).toHaveLength(5)
  expect((await importFiles(f, files)).report.counts).toEqual({ new: 0, same: 7, refused: 0 })
})

test('J3 the zone is asked where the file has none, and the order of dates where it can be read in two', async () => {
  const f = await openFirm(NOW)
  const file = csv('Start Date,Start Time,Duration (h),Client', '02/03/2026,09:00,01:00:00,Acme')
  expect((await readFiles(f, { a: file })).needs).toEqual(['dateOrder', 'zone'])
  const { importId } = await readFiles(f, { a: file })
  expect((await f.refused('import.run', { importId, options: {} })).code).toBe('import.needs')
  const { report } = await importFiles(f, { a: file }, { zone: 'Asia/Tokyo', dateOrder: 'dmy' })
  expect(report.counts.new).toBe(1)
  expect(await recorded(f)).toEqual(['03-02 01:00 1 Acme//Imported'])
})

test('J3 dates of two orders in one file are told, whichever order is said, and what cannot be read so is refused', async () => {
  const f = await openFirm(NOW)
  const rows = ['13/02/2026,1:00,Acme', '02/13/2026,2:00,Acme', '03/02/2026,3:00,Acme']
  const file = csv('Date,Duration,Client', ...rows)
  const asked = await readFiles(f, { a: file }, ZONED)
  expect([asked.needs, asked.datesMixed, asked.dateOrders]).toEqual([['dateOrder'], true, ['dmy', 'mdy']])
  const draft = await readFiles(f, { a: file }, { ...ZONED, dateOrder: 'dmy' })
  expect([draft.needs, draft.datesMixed]).toEqual([[], true])
  expect(await codesOf(f, draft)).toEqual(['new', expect.stringMatching(/^refused /), 'new'])
  const alone = await readFiles(f, { a: csv('Date,Duration,Client', rows[0] ?? '') }, ZONED)
  expect(alone.datesMixed).toBe(false)
})

test.each<[string, string, ImportOptions, string, string[]]>([
  ['twice, and told by the duration', '02:30,04:30,3:00', {}, 'new', ['10-25 02:30 3']],
  ['twice, and told by the end', '01:30,02:15,', {}, 'refused importRow.twice', []],
  ['twice, answered with the first', '02:15,02:45,', { twice: 'first' }, 'new', ['10-25 02:15 0.5']],
  ['twice, answered with the second', '02:15,02:45,', { twice: 'second' }, 'new', ['10-25 02:15 0.5']],
])('J3 a time that came %s', async (_, cells, answer, code, shown) => {
  const f = await openFirm('2026-12-30 12:00')
  const file = csv('Date,Start,End,Duration,Client', `2026-10-25,${cells},Acme`)
  const draft = await readFiles(f, { a: file }, { ...ZONED, ...answer })
  expect(await codesOf(f, draft)).toEqual([code])
  expect(draft.asks.twice).toBe(code === 'new' ? 0 : 1)
  await f.ok('import.run', { importId: draft.importId, options: draft.options })
  expect((await recorded(f)).map((text) => text.replace(/ Acme.*/, ''))).toEqual(shown)
})

test('J3 a time that clocks went over is asked about, and then the next one keeps the length', async () => {
  const f = await openFirm(NOW)
  const file = csv('Date,Start,End,Duration,Client', '2026-03-29,02:30,03:30,1:00,Acme')
  const draft = await readFiles(f, { a: file }, ZONED)
  expect([await codesOf(f, draft), draft.asks.missing]).toEqual([['refused importRow.missing'], 1])
  await importFiles(f, { a: file }, { ...ZONED, missing: 'next' })
  expect(await recorded(f)).toEqual(['03-29 03:00 1 Acme//Imported'])
})

test('J2 customers that differ by case, accents or spaces are one, and a name that two have is neither', async () => {
  const f = await openFirm(NOW)
  await f.ok('customer.add', { name: 'Twin', code: 'A' })
  await f.ok('customer.add', { name: 'Twin', code: 'B' })
  const file = csv(
    'Date,Duration,Client,Task',
    ...['ACME', ' acme ', 'Acmé', 'Neu  Kunde', 'neu kunde', 'Twin'].map(
      (name) => `2026-03-02,1:00,${name},support`,
    ),
  )
  const draft = await readFiles(f, { a: file })
  expect(await codesOf(f, draft)).toEqual([...Array(5).fill('new'), 'refused importRow.ambiguous'])
  expect(draft.made.counts).toEqual({ user: 0, customer: 1, project: 0, category: 0, tag: 0 })
  const rows = await rowsOf(f, draft)
  expect(rows.map(({ made }) => made.map(({ name }) => name))).toEqual([[], [], [], ['Neu Kunde'], [], []])
})

test('J2 C18 what the rules refuse of typed time they refuse of an import, row by row, and the rest comes', async () => {
  const f = await openFirm(NOW)
  await f.ok('customer.edit', { customerId: f.globex, status: 'Archived' })
  await f.ok('period.close', { through: '2026-01-31' })
  const file = csv(
    'Date,Start,End,Duration,Client,Notes',
    '2026-01-15,09:00,10:00,,Acme,closed',
    '2027-01-15,09:00,10:00,,Acme,future',
    '2026-03-02,09:00,10:00,,Globex,archived',
    '2026-03-02,09:00,09:00,,Acme,nothing',
    '2026-03-03,,,30:00,Acme,too long a day',
    '2026-03-04,,,20:00,Acme,most of a day',
    '2026-03-04,,,5:00,Acme,and more',
    '2026-03-05,09:00,,1000:00,Acme,for weeks',
    '2026-03-06,9 o’clock,10:00,,Acme,words',
    '2026-03-06,09:00,10:00,5:00,Acme,longer than itself',
    '2026-03-06,09:00,10:00,,Acme,good',
  )
  const draft = await readFiles(f, { a: file }, ZONED)
  expect(await codesOf(f, draft)).toEqual([
    'refused record.priorPeriod',
    'refused entry.inFuture',
    'refused record.inactiveCustomer',
    'refused entry.zeroDuration',
    'refused entry.dayFull',
    'new',
    'refused entry.dayFull',
    'refused entry.exceedsDay',
    'refused importRow.badTime',
    'refused importRow.longer',
    'new',
  ])
  const { report } = await importFiles(f, { a: file }, ZONED)
  expect(report.counts).toEqual({ new: 2, same: 0, refused: 9 })
})

test('J2 where nobody may be in two places, rows over each other and over recorded time are refused', async () => {
  const f = await openFirm(NOW)
  await f.ok('organisation.edit', { overlaps: 'refuse' })
  const file = csv(
    'Date,Start,End,Client',
    '2026-03-02,09:00,11:00,Acme',
    '2026-03-02,10:00,12:00,Acme',
    '2026-03-02,11:00,12:00,Acme',
  )
  expect(await codesOf(f, await readFiles(f, { a: file }, ZONED))).toEqual([
    'new',
    'refused entry.overlaps',
    'new',
  ])
})

test('F10 an employee brings in their own time only; those who lead choose whose it is', async () => {
  const f = await openFirm(NOW)
  const { userId: bo } = await f.ok('user.add', {
    name: 'Bo Lind',
    role: 'employee',
    email: 'bo@weber.example',
  })
  const file = csv(
    'User,Email,Client,Start date,Start time,Duration',
    'Robert Lind,BO@weber.example,Acme,2026-03-02,09:00:00,01:00:00',
    'Someone Else,,Acme,2026-03-02,09:00:00,01:00:00',
    'Ana Weber,,Acme,2026-03-02,09:00:00,01:00:00',
  )
  const draft = await readFiles(f, { a: file }, ZONED)
  expect(draft.people).toEqual([
    { name: 'Robert Lind', rows: 1, userId: bo },
    { name: 'Someone Else', rows: 1, userId: null },
    { name: 'Ana Weber', rows: 1, userId: f.ana },
  ])
  expect(draft.made.counts.user).toBe(1)
  await f.ok('session.switchUser', { userId: bo })
  expect((await f.refused('import.check', { importId: draft.importId, options: draft.options })).code).toBe(
    'importFile.gone',
  )
  const mine = await readFiles(f, { a: file }, ZONED)
  expect(await codesOf(f, mine)).toEqual(['new', 'refused importRow.mayNotAdd', 'refused importRow.notYours'])
  await f.ok('session.switchUser', { userId: f.ana })
  const { report } = await importFiles(
    f,
    { a: file },
    { ...ZONED, people: { 'Someone Else': bo, 'Robert Lind': f.ana } },
  )
  expect(report.made.counts.user).toBe(0)
})

test('G13 a mapping is remembered for files with the same columns', async () => {
  const f = await openFirm(NOW)
  const file = (date: string) => csv('When,Length,For', `${date},1:15,Acme`)
  const columns = { startDate: 'When', duration: 'Length', customer: 'For' }
  expect((await readFiles(f, { a: file('2026-03-02') })).needs).toEqual(['columns'])
  await importFiles(f, { a: file('2026-03-02') }, { columns, category: 'Support' })
  const next = await readFiles(f, { b: file('2026-03-03') })
  expect([next.needs, next.remembered, next.options.category]).toEqual([[], true, 'Support'])
})

test('J1 several files are one import, each read as it is', async () => {
  const f = await openFirm(NOW)
  const solidtime = csv(
    'description,billable,client,project,tags,start,end,task,user_name,user_email',
    'Plan,true,Acme,Site,web,2026-03-05T08:00:00Z,2026-03-05T08:30:00Z,Design,Ana Weber,ana@weber.example',
  )
  const { report } = await importFiles(f, { 'a.csv': TOGGL, 'b.csv': solidtime }, ZONED)
  expect(report.files.map(({ source, rows }) => [source, rows])).toEqual([
    ['toggl', 2],
    ['solidtime', 1],
  ])
  expect(report.counts.new).toBe(3)
})

test('J6 control characters, formulas and scripts are text, and come out as text', async () => {
  const f = await openFirm(NOW)
  const file = csv(
    'Date,Duration,Client,Notes',
    '2026-03-02,1:00,"=HYPERLINK(""x"")\u0007\u202Eevil","<script>alert(1)</script>\u0000"',
  )
  await importFiles(f, { a: file })
  expect(await recorded(f)).toEqual(['03-02 – 1 =HYPERLINK("x")evil//Imported <script>alert(1)</script>'])
})

test.each<[string, () => Promise<Given> | Given, string]>([
  ['is empty', () => '', 'importFile.empty'],
  ['has only a header', () => csv('Date,Duration'), 'importFile.empty'],
  [
    'is a picture',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
    'importFile.unknown',
  ],
  [
    'is a PDF',
    () => Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n', 'latin1'),
    'importFile.unknown',
  ],
  [
    'is a program, its first line without a zero',
    () => Buffer.from([0xca, 0xfe, 10, ...Array.from({ length: 300 }, (_, n) => n % 32)]),
    'importFile.unknown',
  ],
  [
    'is an old or encrypted workbook',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    'importFile.protected',
  ],
  ['is a page', () => '<html><body>Sign in</body></html>', 'importFile.unknown'],
  ['is XML that ends in the middle', () => '<activities><activity name="a"', 'importFile.broken'],
  ['is JSON of something else', () => '{"a":1}', 'importFile.unknown'],
  ['is JSON that ends in the middle', () => '[{"start":', 'importFile.broken'],
  ['has a quote that nobody closed', () => csv('Date,Duration', '2026-03-02,"1:00'), 'importFile.cutOff'],
  ['is a zip of something else', () => zipOf({ 'a.txt': 'a' }), 'importFile.unknown'],
  ['is a zip that ends in the middle', () => zipOf({ 'a.txt': 'a' }).subarray(0, 40), 'importFile.cutOff'],
  [
    'would unpack to far more',
    () => zipOf({ 'xl/workbook.xml': Buffer.alloc(64 * 1024 * 1024) }),
    'importFile.bomb',
  ],
  ['is a workbook in name only', () => zipOf({ 'xl/workbook.xml': 'no xml' }), 'importFile.broken'],
])('J6 a file that %s ends with a sentence, and nothing is imported', async (_, file, code) => {
  const f = await openFirm(NOW)
  const reply = await openFiles(f, { 'a.csv': await file() })
  expect(reply.ok ? reply.value.counts : reply.error.code).toBe(code)
})

test('J6 half a line at the end is refused, the lines before it are taken', async () => {
  const f = await openFirm(NOW)
  const draft = await readFiles(f, {
    a: 'Date,Duration,Client,Notes\n2026-03-02,1:00,Acme,whole\n2026-03-02,1:0',
  })
  expect(await codesOf(f, draft)).toEqual(['new', 'refused importRow.cutOff'])
})

test('J6 UTF-16, windows-1252 and a cell far out are read', async () => {
  const f = await openFirm(NOW)
  const file = (client: string) => csv('Date;Duration;Client', `2026-03-02;1:00;${client}`)
  await importFiles(f, {
    a: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file('Größe'), 'utf16le')]),
  })
  await importFiles(f, { a: Buffer.from(file('Öl'), 'latin1') })
  const far = await workbook(
    [
      ['Date', 'Duration', 'Client'],
      ['2026-03-02', '1:00', 'Fern'],
    ],
    (sheet) => {
      sheet.getCell('XFD1048576').value = 'here'
    },
  )
  const { report } = await importFiles(f, { a: far })
  expect(report.counts.new).toBe(1)
  expect((await recorded(f)).map((text) => text.slice(10))).toEqual([
    'Fern//Imported',
    'Größe//Imported',
    'Öl//Imported',
  ])
})

const many = (count: number): string =>
  csv(
    'User,Client,Project,Task,Description,Start date,Start time,Duration',
    ...Array.from({ length: count }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10)
      const time = `${String(8 + (n % 10)).padStart(2, '0')}:${n % 20 < 10 ? '00' : '30'}:00`
      return `Person ${n % 7},Customer ${n % 50},Project ${n % 3},Task ${n % 5},Note ${n},${day},${time},00:30:00`
    }),
  )

test('J5 J6 in a file: the window goes on answering, cancelling leaves nothing, and what was written is in the search and sound', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm(NOW, { dataDir })
  const draft = await readFiles(f, { a: many(3_000) }, ZONED)
  expect(draft.counts).toEqual({ new: 3_000, same: 0, refused: 0 })
  const { importId, options } = draft
  const cancelled = f.reply('import.run', { importId, options })
  await f.ok('import.cancel', { importId })
  const ended = await cancelled
  expect(ended.ok ? 'done' : ended.error.code).toBe('import.cancelled')
  expect((await f.ok('customer.list', {})).total).toBe(2)
  const indexed = inSearch(f)
  const run = f.reply('import.run', { importId, options })
  // Another change waits for it, and is made.
  const { customerId } = await f.ok('customer.add', { name: 'Meanwhile' })
  const reply = await run
  expect([reply.ok ? 'done' : reply.error, customerId === '']).toEqual(['done', false])
  await indexed
  expect((await f.ok('entry.search', { text: 'Note 2999' })).rows).toHaveLength(1)
  await f.app.close()
  const again = await openFirmAgain(dataDir)
  expect(again).toEqual([])
}, 60_000)

test('J5 a large import is taken back beside the window, whole or not at all, and an undo of that brings it back', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm(NOW, { dataDir })
  const { importId, options } = await readFiles(f, { a: many(3_000) }, ZONED)
  const indexed = inSearch(f)
  const ran = await f.reply('import.run', { importId, options })
  await indexed
  const commitId = ran.ok ? (ran.commitId ?? '') : ''
  const figures = async () => ({
    customers: (await f.ok('customer.list', {})).rows,
    found: (await f.ok('entry.search', { text: 'Note 1' })).rows.length,
  })
  const with3000 = await figures()
  // What was edited since is in the way of all of it.
  const [edited] = (await f.ok('entry.search', { text: 'Note 1500' })).rows
  const edit = await f.reply('entry.edit', { entryId: edited?.entryId ?? '', note: 'Note 1500 by hand' })
  expect((await f.refused('change.undo', { commitId })).code).toBe('undo.changedSince')
  await f.ok('change.undo', { commitId: edit.ok ? (edit.commitId ?? '') : '' })
  expect(await figures()).toEqual(with3000)
  // While it is taken back, questions are answered and another change waits its turn.
  const undoing = f.reply('change.undo', { commitId })
  expect((await f.ok('app.state', {})).organisation).not.toBeNull()
  await f.ok('customer.add', { name: 'Meanwhile' })
  const undone = await undoing
  expect(undone.ok ? 'done' : undone.error).toBe('done')
  expect((await figures()).found).toBe(0)
  expect((await f.ok('customer.list', {})).total).toBe(3)
  expect((await f.refused('change.undo', { commitId })).code).toBe('undo.nothing')
  await f.ok('change.undo', { commitId: undone.ok ? (undone.commitId ?? '') : '' })
  expect((await figures()).found).toBe(with3000.found)
  await f.app.close()
  expect(f.errors).toEqual([])
  expect(await openFirmAgain(dataDir)).toEqual([])
}, 60_000)

test('J5 H2 in a team a large undo is an act like any other, so that everybody hears of it', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm(NOW, { dataDir })
  const { importId, options } = await readFiles(f, { a: many(2_500) }, ZONED)
  const indexed = inSearch(f)
  const ran = await f.reply('import.run', { importId, options })
  await indexed
  await f.app.close()
  const joined = {
    server: 'https://team.example',
    organisationId: 'o',
    userId: f.ana,
    deviceId: 'd',
    email: 'ana@example.com',
    phase: 'on',
    version: 1,
    hash: '',
    epoch: 'e',
    scope: 'all',
    lastContact: null,
    progress: null,
    problem: 'team.unknownDevice',
  }
  const { openDatabase } = await import('./db/open.ts')
  const write = openDatabase(`${dataDir}/daybook.db`)
  write.prepare("INSERT INTO device (key, value) VALUES ('team', ?)").run(JSON.stringify(joined))
  write.close()
  const again = await openTestApp(NOW, { dataDir })
  await again.ok('change.undo', { commitId: ran.ok ? (ran.commitId ?? '') : '' })
  await again.app.close()
  const read = openDatabase(`${dataDir}/daybook.db`, { readonly: true })
  expect(read.prepare('SELECT command FROM outbox').pluck().all()).toEqual(['change.undo'])
  read.close()
}, 60_000)

/** Settles when what was imported is in the search, which follows on its own. */
const inSearch = (f: Firm): Promise<void> =>
  new Promise((resolve) => {
    f.app.subscribe(
      (event) =>
        event.type === 'changed' &&
        event.entities[0] === 'timeEntry' &&
        event.entities.length === 1 &&
        resolve(),
    )
  })

async function openFirmAgain(dataDir: string): Promise<string[]> {
  const { openDatabase } = await import('./db/open.ts')
  const { recordFindings } = await import('./verify/record.ts')
  const db = openDatabase(`${dataDir}/daybook.db`)
  try {
    return recordFindings(db)
  } finally {
    db.close()
  }
}
