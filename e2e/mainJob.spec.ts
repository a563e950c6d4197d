// The main job as a person does it, from the empty database to the payroll workbook, with a killed process in the middle.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findLibreOffice, recalculate } from '../core/testing/export/libreOffice.ts'
import { readBack } from '../core/testing/export/readBack.ts'
import { expect, test } from './support/test.ts'

test('A7 B9 B12 B15 B16 B25 B33 B41 B43 G1 G6 welcome, start, note, kill -9, start again, stop, diary, correct, payroll workbook', async ({
  host,
  page: first,
}, info) => {
  let page = first
  await test.step('the welcome sets the organisation up', async () => {
    await page.goto('/')
    await page.getByLabel('Your name').fill('Ana Weber')
    await page.getByLabel('Organisation').fill('Weber Advisers')
    await page.getByLabel(/First customer/).fill('Acme')
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByRole('button', { name: 'Start Work' }).first()).toBeVisible()
  })

  await test.step('a contract, so that there is a salary', async () => {
    const { currentUser } = await host.call('app.state', {})
    await host.call('employment.set', {
      userId: currentUser?.id ?? '',
      validFrom: '2020-01-01',
      expectedMinutes: [0, 0, 0, 0, 0, 0, 0],
      expectedMonthMinutes: 0,
      wage: { kind: 'hourly', amountMinor: 4000 },
      extraHourMinor: 6000,
      bonusMinor: 0,
    })
  })

  await test.step('Start Work, by keyboard', async () => {
    await page.getByRole('button', { name: 'Start Work' }).first().click()
    const modal = page.getByRole('dialog', { name: 'Customer Timer' })
    await expect(modal).toBeVisible()
    await page.keyboard.type('Acm')
    await expect(page.getByRole('option', { name: /Acme/ }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Supp')
    await expect(page.getByRole('option', { name: /Support/ }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await modal.getByRole('button', { name: 'Submit' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Stop work' }).first()).toBeVisible()
  })

  const started = await host.call('timer.state', {})
  await test.step('a note, kept as typed', async () => {
    await page.getByRole('textbox', { name: /Note/ }).first().fill('Went through the contract')
    await expect
      .poll(async () => (await host.call('timer.state', {})).timers[0]?.note)
      .toBe('Went through the contract')
  })

  await test.step('kill -9, and start again: the timer runs with its start and its note', async () => {
    await host.kill()
    await host.start()
    page = await host.openAgain(page)
    await expect(page.getByRole('button', { name: 'Stop work' }).first()).toBeVisible()
    const again = await host.call('timer.state', {})
    expect(again.timers).toMatchObject([
      {
        id: started.timers[0]?.id,
        startedAt: started.timers[0]?.startedAt,
        note: 'Went through the contract',
        state: 'running',
      },
    ])
  })

  await test.step('it has been an hour and a half, says its corrected start', async () => {
    const timer = started.timers[0]
    await host.call('timer.edit', {
      timerId: timer?.id ?? '',
      startedAt: (timer?.startedAt ?? 0) - 90 * 60_000,
    })
    await expect(page.getByText(/^1:3\d:\d\d$/).first()).toBeVisible()
  })

  await test.step('Stop work, the note, Stop', async () => {
    await page.getByRole('button', { name: 'Stop work' }).first().click()
    const modal = page.getByRole('dialog', { name: 'Note' })
    const field = modal.getByRole('textbox', { name: 'Note' })
    await expect(field).toHaveValue('Went through the contract')
    await field.press('End')
    await page.keyboard.type(', all agreed.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: 'Start Work' }).first()).toBeVisible()
  })

  const { today } = await host.call('app.state', {})
  const month = today.slice(0, 7)
  await test.step('the entry stands in the Work Diary; the pencil moves it to another category', async () => {
    await page.getByRole('link', { name: 'Diary' }).click()
    await page.getByRole('link', { name: 'Ana Weber' }).click()
    await expect(page.getByRole('columnheader', { name: 'Entrance' })).toBeVisible()
    const { currentUser } = await host.call('app.state', {})
    const entries = (await host.call('diary.user', { userId: currentUser?.id ?? '', month })).days.filter(
      (day) => day.entryCount > 0,
    )
    expect(entries.length).toBeGreaterThan(0)
    const date = entries[0]?.date ?? today
    await page.goto(new URL(`/#/diary/${date.slice(0, 7)}/${currentUser?.id ?? ''}/${date}`, page.url()).href)
    const modal = page.getByRole('dialog', { name: /Working time/ })
    await expect(modal.getByText('Went through the contract, all agreed.')).toBeVisible()
    await modal.getByRole('button', { name: /^Edit/ }).first().click()
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill('Contract agreed')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog').getByText('Contract agreed')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the payroll workbook has the totals of the app, recalculated by LibreOffice', async () => {
    await page.goto(new URL(`/#/diary/${month}`, page.url()).href)
    const path = info.outputPath('payroll.xlsx')
    await host.saveExport(page, () => page.getByRole('button', { name: 'Export' }).first().click(), path)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')

    const { rows } = await host.call('diary.month', { month })
    const [ana] = rows
    const soffice = findLibreOffice()
    test.skip(soffice === null, 'LibreOffice is not installed')
    const [file = ''] = recalculate(soffice ?? '', [path], info.outputDir)
    const { sheets, sheet } = await readBack(file)
    const summary = sheet('Summary').rows.find((cells) => cells.some(({ value }) => value === 'Ana Weber'))
    const numbers = (summary ?? []).map(({ value }) => value).filter((value) => typeof value === 'number')
    const near = (expected: number): boolean => numbers.some((value) => Math.abs(value - expected) < 1e-6)
    expect(near((ana?.figures.totalMs ?? -1) / 86_400_000), `total in ${numbers.join(' ')}`).toBe(true)
    expect(near((ana?.figures.salaryMinor ?? -1) / 100), `salary in ${numbers.join(' ')}`).toBe(true)
    const checks = sheets.flatMap(({ rows: all }) =>
      all.filter((cells) => cells.some(({ value }) => typeof value === 'string' && /check/i.test(value))),
    )
    for (const cells of checks)
      for (const { value, formula } of cells)
        if (formula !== null && typeof value === 'number') expect(value).toBeCloseTo(0, 9)
    rmSync(join(info.outputDir, 'libreoffice-profile'), { recursive: true, force: true })
  })
})
