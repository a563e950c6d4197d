// The picker of names, by keys and by ear: what is marked is what Enter takes, and assistive technology is told of all of it.
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Host } from './support/test.ts'

const current = async (host: Host) => (await host.call('timer.state', {})).timers[0]

async function openTimer(page: Page, button = 'Start Work') {
  await page.goto('/')
  await page.getByRole('button', { name: button }).first().click()
  const modal = page.getByRole('dialog')
  const customer = modal.getByRole('combobox').first()
  await expect(customer).toBeFocused()
  await expect(page.getByRole('option').first()).toBeVisible()
  return { modal, customer, category: modal.getByRole('combobox').nth(1) }
}

/** The option that assistive technology is told of. */
async function active(page: Page): Promise<string> {
  const id = await page.locator('[role=combobox]:focus').getAttribute('aria-activedescendant')
  return id === null ? '' : ((await page.locator(`[id="${id}"]`).textContent()) ?? '')
}

test('K16 blue, Down, Enter takes Blue Heron; the marked option, the state and the count are told', async ({
  page,
  host,
  firm,
}) => {
  await host.call('customer.add', { name: 'Blue Heron' })
  const { customer, category } = await openTimer(page)
  await page.keyboard.type('blue')
  await expect(page.getByText('1 match.')).toBeAttached()
  await expect(customer).toHaveAttribute('aria-expanded', 'true')
  await expect.poll(() => active(page)).toBe('Blue Heron')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => active(page)).toBe('Blue Heron')
  await expect(page.getByRole('listbox', { name: 'Customer Name' })).toMatchAriaSnapshot(`
    - listbox "Customer Name":
      - option "Blue Heron" [selected]
      - option "+ Add new “blue”"
  `)
  const { violations } = await axeOf(page).disableRules(['color-contrast']).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(customer).toHaveValue('Blue Heron')
  await expect(customer).toHaveAttribute('aria-expanded', 'false')
  await expect(category).toBeFocused()
  expect((await host.call('customer.list', {})).rows.map(({ name }) => name).sort()).toEqual([
    'Acme',
    'Blue Heron',
  ])
  expect(firm.userId).not.toBe('')
})

test('K16 a dialog whose first list opens itself is heard with its field and with what Enter takes, and no empty status is in it', async ({
  page,
  host,
  firm,
}) => {
  await host.call('customer.add', { name: 'Blue Heron' })
  for (const [key, name] of [
    ['s', 'Customer Timer'],
    ['n', 'Add a time entry'],
  ] as const) {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Start Work' }).first()).toBeVisible()
    await page.keyboard.press(key)
    const form = page.getByRole('dialog', { name })
    const customer = form.getByRole('combobox').first()
    await expect(customer).toBeFocused()
    await expect(page.getByRole('option').first()).toBeVisible()
    // An active option would be all that is heard of the dialog.
    await expect(customer).not.toHaveAttribute('aria-activedescendant')
    await expect(customer).toHaveAccessibleDescription('Enter chooses Acme.')
    await expect(form.getByRole('status')).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => active(page)).toBe('Blue Heron')
    await expect(customer).toHaveAccessibleDescription('')
    await page.keyboard.press('Enter')
    await expect(form.getByRole('combobox').nth(1)).toHaveAccessibleDescription('Enter chooses Consulting.')
  }
  expect(firm.userId).not.toBe('')
})

test('K15 in the manual form Enter chooses and goes on, and what is typed after a choice replaces it', async ({
  page,
  host,
  firm,
}) => {
  await host.call('customer.add', { name: 'Beta One' })
  await host.call('customer.add', { name: 'Consort' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Add entry' }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  const customer = form.getByRole('combobox', { name: 'Customer' })
  await expect(customer).toBeFocused()
  await page.keyboard.type('beta')
  await expect(page.getByRole('option', { name: 'Beta One' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: 'Category' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(customer).toBeFocused()
  await page.keyboard.type('cons')
  await expect(customer).toHaveValue('cons')
  await page.keyboard.press('Tab')
  await expect(customer).toHaveValue('Consort')
  await page.keyboard.type('trav')
  await page.keyboard.press('Enter')
  await expect(form.getByLabel('Start: date')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const { entries } = await host.call('diary.today', {})
  expect(entries).toMatchObject([{ customerName: 'Consort', categoryName: 'Travel' }])
  expect((await host.call('customer.list', {})).rows).toHaveLength(3)
  expect(firm.userId).not.toBe('')
})

test('K15 an Enter on a customer that is chosen keeps it, wherever it stands in the list', async ({
  page,
  host,
  firm,
}) => {
  for (let n = 0; n < 70; n += 1) await host.call('customer.add', { name: `Client ${n}` })
  const { customerId } = await host.call('customer.add', { name: 'Zeta' })
  const { now } = await host.call('timer.state', {})
  const { entryIds } = await host.call('entry.add', {
    customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 7_200_000,
    endAt: now - 3_600_000,
  })
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Travel'] ?? null,
  })
  await page.goto(`/#/customers/${customerId}`)
  await page.getByRole('button', { name: /^Edit the entry of/ }).click()
  const form = page.getByRole('dialog')
  for (const name of ['Customer', 'Category']) {
    await form.getByRole('combobox', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  expect(await host.call('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
    customerName: 'Zeta',
    categoryName: 'Support',
  })
})

test('B8 in an empty firm Add new makes the customer and the category, once each, and starts on them', async ({
  page,
  host,
}) => {
  await host.call('organisation.setUp', {
    organisationName: 'Weber & Co',
    userName: 'Ana Weber',
    zone: 'UTC',
    currency: 'EUR',
  })
  const { modal, customer, category } = await openTimer(page)
  await expect(page.getByRole('option', { name: '+ Add new' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(customer).toHaveAttribute('placeholder', 'Type the new name, then Enter')
  await page.keyboard.type('First One')
  await page.keyboard.press('Enter')
  await expect(customer).toHaveValue('First One')
  await expect(category).toBeFocused()
  await page.keyboard.type('Building')
  await expect(page.getByRole('option', { name: /Building/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(modal.getByRole('button', { name: 'Submit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(modal).toBeHidden()
  expect(await current(host)).toMatchObject({ customerName: 'First One', categoryName: 'Building' })
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect((await host.call('customer.list', {})).rows.map(({ name }) => name)).toEqual(['First One'])
})

test(
  'B8 an Enter before an empty firm has answered asks for the new name, too',
  BROWSER_ONLY,
  async ({ page, host }) => {
    await host.call('organisation.setUp', {
      organisationName: 'Weber & Co',
      userName: 'Ana Weber',
      zone: 'UTC',
      currency: 'EUR',
    })
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/customer.suggest', async (route) => {
      await released
      await route.continue()
    })
    const { customer } = await openTimer(page)
    await page.keyboard.press('Enter')
    letThrough()
    await expect(customer).toHaveAttribute('placeholder', 'Type the new name, then Enter')
    await expect(customer).toBeFocused()
    await page.keyboard.type('First One')
    await page.keyboard.press('Enter')
    await expect(customer).toHaveValue('First One')
  },
)

test('K15 a new name that is refused stays in its field, with the reason tied to it', async ({
  page,
  host,
  firm,
}) => {
  // Somebody who is not active any more is not offered, but has the name.
  await host.call('category.edit', { categoryId: firm.categoryIds['Travel'] ?? '', active: false })
  const { category } = await openTimer(page)
  await page.keyboard.press('Enter')
  await expect(category).toBeFocused()
  await page.keyboard.type('Travel')
  await expect(page.getByRole('option', { name: /Travel/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(category).toHaveAccessibleDescription(/Travel/)
  await expect(category).toBeFocused()
  await expect(category).toHaveValue('Travel')
  await page.keyboard.type('ling')
  await expect(category).not.toHaveAttribute('aria-invalid', 'true')
})

test('K15 what is typed and found is meant by who sends the form or clicks elsewhere, too', async ({
  page,
  host,
  firm,
}) => {
  await host.call('customer.add', { name: 'Globex' })
  const { now } = await host.call('timer.state', {})
  const { entryIds } = await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 7_200_000,
    endAt: now - 3_600_000,
  })
  const entry = () => host.call('entry.get', { entryId: entryIds[0] ?? '' })
  await page.goto(`/#/customers/${firm.customerId}`)
  await page.getByRole('button', { name: /^Edit the entry of/ }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Category' }).focus()
  await page.keyboard.type('trav')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  expect(await entry()).toMatchObject({ customerName: 'Acme', categoryName: 'Travel' })

  await page.getByRole('button', { name: /^Edit the entry of/ }).click()
  await form.getByRole('combobox', { name: 'Customer' }).focus()
  await page.keyboard.type('glob')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  expect(await entry()).toMatchObject({ customerName: 'Globex', categoryName: 'Travel' })
})

test(
  'K17 a firm of more names than are held in memory is asked for those that fit',
  BROWSER_ONLY,
  async ({ page, firm }) => {
    const many = Array.from({ length: 3000 }, (_, n) => ({
      id: `x${n}`,
      name: `Held ${n}`,
      code: '',
      recent: false,
    }))
    await page.route('**/api/customer.suggest', async (route) => {
      const { search } = route.request().postDataJSON() as { search?: string }
      if (search === undefined) await route.fulfill({ json: { ok: true, value: many } })
      else await route.continue()
    })
    const { customer, category } = await openTimer(page)
    await page.keyboard.type('Acm')
    await page.keyboard.press('Enter')
    await expect(customer).toHaveValue('Acme')
    await expect(category).toBeFocused()
    expect(firm.userId).not.toBe('')
  },
)

test.describe('right to left', () => {
  test.use({ locale: 'ar-EG' })
  test('K16 the picker works in the same way', async ({ page, host, firm }) => {
    await host.call('customer.add', { name: 'المنارة' })
    const { customer, category } = await openTimer(page, 'بدء العمل')
    await page.keyboard.type('المن')
    await expect(page.getByRole('option', { name: 'المنارة' })).toBeVisible()
    await expect.poll(() => active(page)).toBe('المنارة')
    await page.keyboard.press('Enter')
    await expect(customer).toHaveValue('المنارة')
    await expect(category).toBeFocused()
    expect(firm.userId).not.toBe('')
  })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })
  test('K16 the picker is named, and its count is told, in German', async ({ page, firm }) => {
    const { modal } = await openTimer(page, 'Arbeit beginnen')
    await page.keyboard.type('ac')
    await expect(modal.getByRole('combobox', { name: 'Kunde' }).first()).toBeFocused()
    await expect(page.getByText('1 Treffer.')).toBeAttached()
    expect(firm.userId).not.toBe('')
  })
})

test('K16 where several names fit, the one that is taken is chosen, and nothing is said to be wrong', async ({
  page,
  host,
  firm,
}) => {
  const { customerId: aldermoor } = await host.call('customer.add', { name: 'Aldermoor Dental' })
  const { customerId: calder } = await host.call('customer.add', { name: 'Calder Valley' })
  expect(firm.userId).not.toBe('')
  const wrong = page.getByText(/Several fit/)
  for (const [by, chosen] of [
    ['Enter', aldermoor],
    ['ArrowDown Enter', calder],
    ['click', calder],
    ['Tab', aldermoor],
  ] as const) {
    const { modal, customer, category } = await openTimer(page)
    await page.keyboard.type('alder')
    await expect(page.getByText('2 matches.')).toBeAttached()
    if (by === 'click') await page.getByRole('option', { name: 'Calder Valley' }).click()
    else for (const key of by.split(' ')) await page.keyboard.press(key)
    await expect(customer).toHaveValue(chosen === calder ? 'Calder Valley' : 'Aldermoor Dental')
    await expect(category).toBeFocused()
    await expect(wrong).toHaveCount(0)
    await expect(customer).not.toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.type('Supp')
    await expect(page.getByRole('option', { name: 'Support' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect(modal).toBeHidden()
    const timer = await current(host)
    expect(timer?.customerId).toBe(chosen)
    await host.call('timer.stop', { timerId: timer?.id ?? '', dialog: false })
  }
})
