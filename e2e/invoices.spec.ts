// Invoices in a real browser: from a customer's time to an issued, paid and voided invoice; off, there is no trace (E7 to E9).
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import type { Firm, Host } from './support/test.ts'
import { Desktop } from './support/desktop.ts'

async function worked(host: Host, firm: Firm): Promise<void> {
  const { customerId } = firm
  const level = 'organisation' as const
  await host.call('rate.set', { level, subjectId: null, validFrom: '2026-01-01', amountMinor: 9_000 })
  const now = Date.now()
  for (const [ago, note] of [
    [30, 'Roof'],
    [26, 'Door'],
  ] as const)
    await host.call('entry.add', {
      customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      startAt: now - ago * 3_600_000,
      endAt: now - (ago - 1) * 3_600_000,
      note,
    })
}

/** Stands in for the mail program, of which there is none: gives the address that it would be opened with. */
async function mailProgram(page: Page, host: Host): Promise<() => Promise<string>> {
  if (host instanceof Desktop) {
    await host.app.evaluate(({ shell }) => {
      shell.showItemInFolder = () => undefined
      shell.openExternal = (url) => Promise.resolve(void Object.assign(globalThis, { mailed: url }))
    })
    return () => host.app.evaluate(() => String((globalThis as unknown as { mailed?: string }).mailed))
  }
  await page.evaluate(() =>
    document.addEventListener(
      'click',
      (event) => {
        const link = event.target instanceof HTMLAnchorElement ? event.target.href : ''
        if (!link.startsWith('mailto:')) return
        event.preventDefault()
        document.title = link
      },
      { capture: true },
    ),
  )
  return () => page.title()
}

/** The PDF is downloaded, the mail program opened with the text, and the day remembered. */
async function sends(page: Page, host: Host): Promise<void> {
  const mailed = await mailProgram(page, host)
  await page.getByRole('button', { name: 'Send…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'To' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Write an e-mail address like')).toBeVisible()
  await page.keyboard.type('ana@acme.example')
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue(/^Invoice \d{4}-0001 – /)
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/for €238\.00\. It is due on/)
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.screenshot({ path: test.info().outputPath('send.png') })
  const save = () => dialog.getByRole('button', { name: 'Save the PDF and open the e-mail' }).click()
  const name = await host.saveExport(page, save, test.info().outputPath('sent.pdf'))
  expect(name).toMatch(/^Invoice \d{4}-0001 Acme\.pdf$/)
  await expect(dialog).toBeHidden()
  await expect.poll(mailed).toMatch(/^mailto:ana@acme\.example\?subject=Invoice%20\d{4}-0001/)
  await expect(page.getByText(/^Sent/)).toBeVisible()
}

test('E7 E9 a draft from billable time is grouped, completed, issued, paid in part and voided', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  await page.goto('/#/invoices')
  await page.getByRole('button', { name: 'New invoice' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const customer = dialog.getByRole('combobox', { name: 'Customer' })
  await expect(customer).toBeFocused()
  await page.keyboard.type('Acme')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('2 entries, 2:00: €180.00')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make a draft' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Draft for Acme' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Support.*2\.00 h.*€90\.00.*€180\.00/ })).toBeVisible()
  await page.getByText('Entry', { exact: true }).click()
  await expect(page.getByRole('row', { name: /: Roof/ })).toBeVisible()
  await page.getByRole('button', { name: /Show the time behind “.*: Door”/ }).click()
  await expect(page.getByRole('row', { name: /1:00 Ana Weber Door/ }).last()).toBeVisible()
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.keyboard.type('Travel')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Travel.*2\.00.*€10\.00.*€20\.00/ })).toBeVisible()
  await expect(page.getByText('your IBAN')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('draft.png'), fullPage: true })

  await host.call('billingProfile.edit', {
    address: 'Kai 7',
    city: 'Hamburg',
    country: 'DE',
    vatId: 'DE123456789',
    iban: 'DE02120300000000202051',
  })
  const { customerId } = firm
  await host.call('customer.edit', { customerId, address: 'Main St 1', city: 'Berlin', country: 'DE' })
  await host.call('taxRate.add', { name: 'Standard', taxCategory: 'S', percentHundredths: 1_900 })
  await page.getByRole('combobox', { name: 'Tax', exact: true }).click()
  await page.getByRole('option', { name: 'Standard (19%)' }).click()
  await expect(page.getByText('19% tax on €200.00')).toBeVisible()
  await page.getByRole('button', { name: 'Issue…' }).press('Enter')
  // It begins in its first field, says what is missing there, and is sent from the cross as well.
  const issuing = page.getByRole('dialog')
  const issueDate = issuing.getByLabel('Date', { exact: true })
  await expect(issueDate).toBeFocused()
  const day = await issueDate.inputValue()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Enter')
  await expect(issueDate).toHaveAccessibleDescription('Please fill this in.')
  await page.keyboard.type(day)
  await issuing.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /Invoice \d{4}-0001/ })).toBeVisible()
  await sends(page, host)
  await page.getByRole('button', { name: 'Enter payment…' }).click()
  const amount = page.getByRole('dialog').getByRole('textbox', { name: 'Amount' })
  await amount.fill('100')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Part paid')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('issued.png'), fullPage: true })
  await page.getByRole('button', { name: 'Void…' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('wrong hours')
  await page.getByRole('button', { name: 'Make the credit note' }).click()
  await expect(page.getByRole('heading', { name: /Credit note CN-\d{4}-0001/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send…' })).toBeVisible()
  await page.goto(`/#/customers/${customerId}/billing`)
  await expect(page.getByText('2:00 · €180.00')).toBeVisible()
  await page.getByRole('link', { name: /^\d{4}-0001$/ }).click()
  await expect(page.getByRole('heading', { name: /Invoice \d{4}-0001/ })).toBeVisible()
  // What is sent now is its credit note.
  await expect(page.getByRole('button', { name: 'Send…' })).toBeHidden()
  await page.goto('/#/invoices')
  await page.screenshot({ path: test.info().outputPath('list.png'), fullPage: true })
})

test(
  'what is typed above the lines of a draft stays when it cannot be saved, and is saved once it can',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm)
    const { invoiceId } = await host.call('invoice.draft', { customerId: firm.customerId })
    await page.goto(`/#/invoices/${invoiceId}`)
    const above = page.getByRole('textbox', { name: 'Text above the lines' })
    await page.route('**/api/invoice.edit', (route) => route.abort())
    await above.focus()
    await page.keyboard.type('Thank you for the good work together')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(above).toHaveValue('Thank you for the good work together')
    await page.unroute('**/api/invoice.edit')
    await above.focus()
    await page.keyboard.press('Tab')
    await expect
      .poll(() => host.call('invoice.get', { invoiceId }))
      .toMatchObject({ notes: 'Thank you for the good work together' })
  },
)

test('E9 time on an issued invoice says which one when it is edited', async ({ page, host, firm }) => {
  await worked(host, firm)
  const { customerId } = firm
  await host.call('billingProfile.edit', {
    address: 'Kai 7',
    city: 'Hamburg',
    country: 'DE',
    taxNumber: '12/345',
    iban: 'DE02120300000000202051',
    numberFormat: 'RE-{000}',
  })
  await host.call('customer.edit', { customerId, address: 'Main St 1', city: 'Berlin', country: 'DE' })
  await host.call('taxRate.add', { name: 'Standard', taxCategory: 'S', percentHundredths: 1_900 })
  const { invoiceId } = await host.call('invoice.draft', { customerId })
  await host.call('invoice.issue', { invoiceId })
  await page.goto(`/#/customers/${customerId}`)
  await page
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click()
  await expect(page.getByText(/This time is on invoice RE-001 and stays as it is/)).toBeVisible()
})

test('E8 Billing & Invoicing off: no trace of it', async ({ page, host, firm }) => {
  await worked(host, firm)
  await page.goto('/#/invoices')
  await expect(page.getByRole('link', { name: 'Invoices' })).toBeVisible()
  await host.call('module.switch', { module: 'invoicing', on: false })
  await expect(page.getByRole('link', { name: 'Invoices' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'New invoice' })).toBeHidden()
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByRole('tab', { name: 'Journal' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Billing' })).toBeHidden()
  await page.goto('/#/settings')
  await expect(page.getByRole('link', { name: 'Billing rates' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Billing', exact: true })).toBeHidden()
})

test('the settings of billing are filled in, a logo that is no picture is refused', async ({
  page,
  firm,
}) => {
  expect(firm.customerId).not.toBe('')
  await page.goto('/#/settings/billing')
  const section = page.locator('[data-section=billing]')
  await section.getByRole('button', { name: 'Add tax rate' }).click()
  await page.keyboard.type('Standard')
  await section.getByRole('textbox', { name: 'Percent' }).focus()
  await page.keyboard.type('19')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('row', { name: /Standard 19% Taxed/ })).toBeVisible()
  const iban = section.getByRole('textbox', { name: 'IBAN' })
  await iban.fill('DE02 1203 0000 0000 2020 52')
  await iban.press('Enter')
  await expect(section.getByText(/is not a valid IBAN/)).toBeVisible()
  await iban.fill('DE02 1203 0000 0000 2020 51')
  await iban.press('Enter')
  await expect(iban).toHaveValue('DE02120300000000202051')
  const chooser = page.waitForEvent('filechooser')
  await section.getByRole('button', { name: 'Choose a picture…' }).click()
  await (await chooser).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('text') })
  await expect(section.getByText('This is no PNG or JPEG picture. Choose another file.')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('settings.png'), fullPage: true })
})
