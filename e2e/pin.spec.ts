// PINs of profiles, where the firm wants them: set in the settings, asked for at the switch and at the start.
import { expect, test } from './support/test.ts'

test('K19 a PIN is set in the settings, asked for at the start and at the switch, and a wrong one is said beside its field', async ({
  page,
  host,
  firm,
}) => {
  const { userId: bo } = await host.call('user.add', { name: 'Bo Lind', role: 'employee' })
  await page.goto('/#/settings')
  await page.getByRole('switch', { name: 'Profiles may have a PIN' }).click({ force: true })
  await expect.poll(async () => (await host.call('app.state', {})).pins?.locked).toBe(false)
  const form = page.getByRole('form', { name: 'PIN of Ana Weber' })
  await form.getByLabel('PIN', { exact: true }).pressSequentially('12')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('A PIN has 4 to 12 digits.')
  await expect(form.getByLabel('PIN', { exact: true })).toBeFocused()
  await expect(form.getByLabel('PIN', { exact: true })).toHaveAccessibleErrorMessage(
    'A PIN has 4 to 12 digits.',
  )
  await form.getByLabel('PIN', { exact: true }).pressSequentially('3456')
  await page.keyboard.press('Enter')
  await expect(form.getByText('The PIN is set.')).toBeVisible()
  await page.screenshot({ path: 'test-results/pin-settings.png' })

  await host.kill()
  await host.start()
  const again = await host.openAgain(page)
  await expect(again.getByRole('heading', { name: 'Daybook is locked' })).toBeVisible()
  await again.screenshot({ path: 'test-results/pin-locked.png' })
  const pin = again.getByLabel('PIN of Ana Weber', { exact: true })
  await expect(pin).toBeFocused()
  await again.keyboard.type('0000')
  await again.keyboard.press('Enter')
  await expect(again.getByText('This is not the PIN of Ana Weber.')).toBeVisible()
  await expect(pin).toHaveValue('')
  await pin.focus()
  await again.keyboard.type('123456')
  await again.keyboard.press('Enter')
  await expect(again.getByRole('button', { name: 'Start Work' }).first()).toBeVisible()

  await host.call('session.switchUser', { userId: bo })
  const open = async () => {
    await again
      .getByRole('button', { name: /Bo Lind/ })
      .first()
      .click()
    await again.getByRole('menuitemradio', { name: 'Ana Weber', checked: false }).click()
  }
  await open()
  const dialog = again.getByRole('dialog', { name: 'Continue as Ana Weber' })
  await expect(dialog.getByLabel('PIN of Ana Weber', { exact: true })).toBeFocused()
  await again.screenshot({ path: 'test-results/pin-switch.png' })
  await again.keyboard.type('123456')
  await again.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await host.call('app.state', {})).currentUser?.id).toBe(firm.userId)
  // Who works from here on is heard, and so is who does in the menu.
  await expect(again.locator('[aria-live]').filter({ hasText: 'Working as Ana Weber' })).toBeAttached()
  await again.getByRole('button', { name: 'Working as Ana Weber: switch user' }).click()
  await expect(again.getByRole('menuitemradio', { name: 'Ana Weber', checked: true })).toBeVisible()
})
