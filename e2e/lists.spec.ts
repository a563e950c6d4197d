// Lists to choose from by letters and by Enter, filters that stay on their line, and addresses that lead on (K14 to K16).
import { BROWSER_ONLY, expect, test } from './support/test.ts'

test('K16 letters go to a choice of any list without a search field, Enter takes it, and none of them is a shortcut', async ({
  page,
  firm,
}) => {
  await page.goto(`/#/customers/${firm.customerId}`)
  const status = page.getByRole('combobox', { name: 'Status' })
  await expect(status).toHaveValue('Active')
  await status.focus()
  await page.keyboard.type('p')
  const option = (name: string) => page.getByRole('option', { name, exact: true })
  await expect(option('Prospect')).toHaveAttribute('data-combobox-selected', 'true')
  const told = await option('Prospect').getAttribute('id')
  await expect(status).toHaveAttribute('aria-activedescendant', told ?? '')
  // Nothing is changed by a letter alone, and a word may be typed on.
  await page.keyboard.press('Escape')
  await expect(status).toHaveValue('Active')
  await page.keyboard.type('ina')
  await expect(option('Inactive')).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(status).toHaveValue('Inactive')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('K15 Enter leads through the form of a task, Kind included, and sends it only from what sends it', async ({
  page,
  firm: _,
}) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New task')
  await expect(page.getByRole('option', { name: 'New task', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New task' })
  await dialog.getByLabel('Title').fill('Call back')
  await dialog.getByRole('combobox', { name: 'Customer' }).focus()
  await page.keyboard.type('Acme')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Kind')).toBeFocused()
  await page.keyboard.press('c')
  await expect(dialog.getByLabel('Kind')).toHaveValue('Call')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Kind')).not.toBeFocused()
  await expect(dialog.getByLabel('Title')).toBeVisible()
})

test(
  'K14 a refusal beside the days of a filter moves no other filter',
  BROWSER_ONLY,
  async ({ page, firm: _ }) => {
    await page.goto('/#/reports')
    const bar = page.getByRole('search').last()
    await bar.getByLabel('Range').selectOption('days')
    const top = async () => (await bar.getByRole('combobox').last().boundingBox())?.y
    const days = bar.getByRole('textbox')
    await expect(days).toHaveCount(3)
    const before = await top()
    await days.nth(1).fill('2026-03-10')
    await days.nth(2).fill('2026-03-01')
    await page.keyboard.press('Tab')
    await expect(bar.getByText(/before/)).toBeVisible()
    expect(await top()).toBe(before)
  },
)

test('F12 an address of a module that is off leads to what is there, and shows no empty page', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/diary/approvals')
  await expect(page.getByRole('heading', { level: 1, name: /Work diary/ })).toBeVisible()
  await host.call('module.switch', { module: 'approvals', on: true })
  await page.reload()
  await page.goto('/#/diary/approvals')
  await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible()
  // It is switched off, or somebody else works here, while the page is open.
  const { userId } = await host.call('user.add', { name: 'Bo Larsen', role: 'employee' })
  await host.call('session.switchUser', { userId })
  await expect(page.getByRole('heading', { level: 1, name: /Bo Larsen/ })).toBeVisible()
  await host.call('session.switchUser', { userId: firm.userId })
})

test('a copy that the browser refuses is said to be refused', BROWSER_ONLY, async ({ page, firm: _ }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
  })
  await page.goto('/#/settings/device')
  await page.getByRole('button', { name: 'Copy the path' }).press('Enter')
  await expect(page.getByText('Copying was refused.')).toBeVisible()
})

test.describe('with a clock of twelve hours', () => {
  test.use({ locale: 'en-US' })

  test(
    'K14 a customer’s time shows codes of projects whole and notes in words at 1280',
    BROWSER_ONLY,
    async ({ page, host, firm }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
      const { projectId } = await host.call('project.add', { customerId: firm.customerId, name: 'Shop' })
      await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
      const { now } = await host.call('timer.state', {})
      await host.call('entry.add', {
        customerId: firm.customerId,
        categoryId: firm.categoryIds['Consulting'] ?? null,
        projectId,
        startAt: now - 5_400_000,
        endAt: now - 1_800_000,
        note: 'Looked at the books of the year',
      })
      await page.goto(`/#/customers/${firm.customerId}`)
      const row = page.getByRole('row', { name: /Looked at the books/ })
      const code = row.getByText(/^PROJ-1$/)
      await expect(code).toBeVisible()
      expect(await code.evaluate((node) => node.scrollWidth <= node.clientWidth + 1)).toBe(true)
      const room = (await row.getByText('Looked at the books of the year').boundingBox())?.width
      expect(room).toBeGreaterThan(90)
    },
  )

  test('K14 what the page in the rail is called is read whole', BROWSER_ONLY, async ({ page, firm: _ }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/#/attention')
    const label = page.getByRole('link', { name: 'Needs attention' }).getByText('Needs attention')
    expect(await label.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true)
  })
})

test(
  'I3 half a day of absence is drawn within its person’s row',
  BROWSER_ONLY,
  async ({ page, host, firm: _ }) => {
    await host.call('module.switch', { module: 'absence', on: true })
    const { absenceKindId } = await host.call('absenceKind.add', { name: 'Vacation', effect: 'relieved' })
    const { today } = await host.call('app.state', {})
    await host.call('absence.add', {
      kindId: absenceKindId,
      firstDay: today,
      lastDay: today,
      portion: 'half',
    })
    await page.goto('/#/absence')
    const block = page.locator('[data-portion=half]').first()
    await expect(block).toBeVisible()
    const within = await block.evaluate((node) => {
      const row = node.closest('tr')?.getBoundingClientRect()
      const own = node.getBoundingClientRect()
      return row !== undefined && own.top >= row.top && own.bottom <= row.bottom
    })
    expect(within).toBe(true)
  },
)

test('K16 an empty password is said to be missing, tied to its field, and has the focus', async ({
  page,
  firm: _,
}) => {
  await page.goto('/#/settings/team')
  await page.getByRole('button', { name: 'Create a team…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Turn this firm into a team' })
  await dialog.getByLabel('Server address').fill('https://daybook.example.com')
  await dialog.getByLabel('E-mail address').fill('ana@example.com')
  await page.keyboard.press('Enter')
  const password = dialog.getByRole('textbox', { name: 'Password', exact: true })
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await expect(password).toHaveAccessibleDescription(/Please fill this in\./)
  await expect(password).toBeFocused()
})

test('K15 after Discard on Today the focus is in what took its place, not on a task to tick', async ({
  page,
  host,
  firm,
}) => {
  await host.call('task.add', { title: 'Send the offer', dueDate: null, customerId: firm.customerId })
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: Object.values(firm.categoryIds)[0] ?? null,
  })
  await page.goto('/')
  await page.getByRole('main').getByRole('button', { name: 'Discard' }).press('Enter')
  const idle = page.getByRole('region', { name: 'Nothing is running' })
  await expect(idle).toBeVisible()
  await expect.poll(() => idle.evaluate((node) => node.contains(document.activeElement))).toBe(true)
})
