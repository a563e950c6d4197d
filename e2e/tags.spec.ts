// Tags in a real browser, with real keys: chosen and made in the Time Log Entry dialog, seen in the list and the journal, which is
// filtered by one; and the list of tags in the settings.
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

test('A25 A26 J19 two tags are chosen with keys when a session ends; the list, the journal and its filter show them', async ({
  page,
  host,
  firm,
}) => {
  await host.call('tag.add', { name: 'Urgent' })
  await host.call('organisation.edit', { timeLogDialog: true })
  const customerId = firm.customerId
  const { timerId } = await host.call('timer.start', {
    customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await host.call('timer.stop', { timerId })
  await page.goto('/#/today')
  const dialog = page.getByRole('dialog', { name: 'Time Log Entry' })
  await dialog
    .getByRole('textbox', { name: 'Tags' })
    .or(dialog.getByRole('combobox', { name: 'Tags' }))
    .focus()
  await page.keyboard.type('urg')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Remove the tag Urgent' })).toBeVisible()
  await page.keyboard.type('On site')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Remove the tag On site' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Reference')).toBeFocused()
  await page.keyboard.type('ZD-4711')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByTitle('ZD-4711', { exact: true })).toBeVisible()

  await page.goto(`/#/customers/${customerId}`)
  const row = page.getByRole('row').filter({ hasText: 'Urgent' })
  await expect(row).toContainText('On site')
  await expect(row).toContainText('ZD-4711')

  await page.goto(`/#/customers/${customerId}/journal`)
  const lines = page.getByRole('article')
  await expect(lines).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Tag', exact: true }).focus()
  // A list of the browser's own: the letters of a tag choose it.
  await page.keyboard.type('On')
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeVisible()
  await expect(lines).toHaveCount(1)
  await expect(lines.first()).toContainText('Urgent')
})

test('A25 tags are added, coloured, refused while a timer has one, and brought back in the settings', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/settings/tags')
  await page.getByRole('button', { name: 'Add a tag' }).press('Enter')
  await page.keyboard.type('Urgent')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Goodwill')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const section = page.getByRole('region', { name: 'Tags' })
  await expect(section.getByRole('row')).toHaveCount(3)
  await expect(section.getByRole('row', { name: 'Goodwill' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axeOf(page).include('#settings-tags').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
  await section.getByRole('button', { name: 'Options of Urgent' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Red' }).press('Enter')
  const tags = await host.call('tag.list', {})
  const urgent = tags.find(({ name }) => name === 'Urgent')
  expect(urgent?.colour).toBe('red')

  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    tagIds: [urgent?.id ?? ''],
  })
  await section.getByRole('button', { name: 'Delete Urgent' }).press('Enter')
  await expect(section.getByText('Used in Timer. Cannot delete.')).toBeVisible()
  await host.call('timer.discard', { timerId })
  await section.getByRole('button', { name: 'Delete Urgent' }).press('Enter')
  await expect(section.getByRole('row')).toHaveCount(2)
  await takeBack(page, 'Urgent was deleted.')
  await expect(section.getByRole('row')).toHaveCount(3)
})

test(
  'A25 K15 tags typed before the list of tags has come are found in it or made, and the form waits for them',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await host.call('tag.add', { name: 'Urgent' })
    await host.call('tag.add', { name: 'Urban' })
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/tag.list', async (route) => {
      await released
      await route.continue()
    })
    await page.goto('/')
    await page.getByRole('button', { name: 'Add entry' }).click()
    const form = page.getByRole('dialog', { name: 'Add a time entry' })
    await expect(form.getByRole('combobox', { name: 'Customer' })).toBeFocused()
    await page.keyboard.type('Acme')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Support')
    await page.keyboard.press('Tab')
    const tags = form.getByRole('combobox', { name: 'Tags' })
    await tags.focus()
    for (const name of ['urge', 'Goodwill', 'urb']) {
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Control+Enter')
    await expect(form.getByText('Goodwill')).toBeVisible()
    await expect(form).toBeVisible()
    letThrough()
    await expect(form).toBeHidden()
    const { entries } = await host.call('diary.today', {})
    expect(entries[0]?.tagIds).toHaveLength(3)
    expect((await host.call('tag.list', {})).map(({ name }) => name).sort()).toEqual([
      'Goodwill',
      'Urban',
      'Urgent',
    ])
    expect(firm.userId).not.toBe('')
  },
)
