// What a page must bear: text that wants to be a program in every field, windows that nobody sees, and errors of our own.
import { figure } from '../hostile/figures.ts'
import { LONG, SEED } from '../hostile/size.ts'
import { NOTE_LIMIT_MS } from '../renderer/features/timer/noteKeeper.ts'
import { createRandom } from '../shared/base/random.ts'
import { BROWSER_ONLY, TAKES_LONG, LONG_BROWSER_ONLY, expect, test } from './support/test.ts'

const MINUTE = 60_000

/** Each runs where somebody takes it for HTML, a script or an address; the mark tells. */
const PLANTED =
  '"><img src=x onerror="window.planted=1"><script>window.planted=1</script><svg onload="window.planted=1">{{7*7}}=1+1'

test(
  'HTML, scripts and formulas in every field are shown as the text that they are, on every screen',
  TAKES_LONG,
  async ({ page, host }) => {
    // Many screens, each loaded anew.
    test.slow()
    const said: string[] = []
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => said.push(String(error)))
    const { userId, customerId } = await host.call('organisation.setUp', {
      organisationName: PLANTED,
      userName: PLANTED,
      zone: 'UTC',
      currency: 'EUR',
      customerName: PLANTED,
      categoryNames: [PLANTED],
    })
    if (customerId === null) throw new Error('the customer is missing')
    const [category] = await host.call('category.list', {})
    const categoryId = category?.id ?? null
    await host.call('customer.edit', {
      customerId,
      contactPerson: PLANTED,
      email: PLANTED,
      phone: PLANTED,
      address: PLANTED,
      notes: PLANTED,
    })
    await host.call('user.add', { name: `${PLANTED} two` })
    const { now } = await host.call('timer.state', {})
    const { projectId } = await host.call('project.add', {
      customerId,
      name: PLANTED,
      notes: PLANTED,
      code: '<svg onload=planted=1>',
    })
    const add = { customerId, categoryId, projectId, note: PLANTED }
    const { entryIds } = await host.call('entry.add', {
      ...add,
      startAt: now - 20 * MINUTE,
      endAt: now - 10 * MINUTE,
    })
    await host.call('entry.remove', { entryId: entryIds[0] ?? '', reason: PLANTED })
    await host.call('entry.add', { ...add, startAt: now - 9 * MINUTE, endAt: now - 8 * MINUTE })
    // A stop makes a task and its line in the journal.
    const stopped = await host.call('timer.start', add)
    await host.call('timer.stop', { timerId: stopped.timerId, note: PLANTED })
    const thrown = await host.call('timer.start', add)
    await host.call('timer.discard', { timerId: thrown.timerId })
    const { timerId } = await host.call('timer.start', add)
    const { today } = await host.call('app.state', {})
    const inert = async (where: string): Promise<void> => {
      await expect(page.getByText('onerror=').first(), where).toBeVisible()
      const found = await page.evaluate(() => ({
        ran: 'planted' in window,
        made: document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length,
        scripts: [...document.scripts].filter(({ src }) => src === '').length,
      }))
      expect(found, where).toEqual({ ran: false, made: 0, scripts: 0 })
      expect(await page.content(), where).not.toContain('49=1+1')
    }
    const addresses = [
      '/',
      '/#/customers',
      `/#/customers/${customerId}`,
      `/#/customers/${customerId}/journal`,
      `/#/customers/${customerId}/projects`,
      '/#/search/onerror',
      '/#/diary',
      `/#/diary/${today.slice(0, 7)}`,
      `/#/diary/${today.slice(0, 7)}/${userId}`,
      `/#/diary/${today.slice(0, 7)}/${userId}/${today}`,
      '/#/history',
      '/#/settings/organisation',
      '/#/settings/users',
      '/quick.html',
      `/notes.html?timerId=${timerId}`,
    ]
    for (const address of addresses) {
      // Another hash alone would load nothing.
      await page.goto('about:blank')
      await page.goto(address)
      await inert(address)
    }
    await page.goto('/')
    await page.getByRole('button', { name: 'Stop work' }).first().click()
    await inert('the note on stop')
    expect(said).toEqual([])
    figure({
      fault: 'HTML, scripts and formulas in every field that takes text, seen on every screen',
      ids: 'C18 G14',
      tried: addresses.length + 1,
      unit: 'screens',
      lost: 0,
      note: 'shown as the text that it is; nothing ran',
      file: 'e2e',
      again: 'npm run test:e2e -- hostile.spec.ts',
    })
  },
)

test(
  'hidden, a page with a running timer wakes at most once a minute, and ticks again when it is seen',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    await page.clock.install()
    await page.addInitScript(() => {
      const counted = { wakes: 0 }
      Object.assign(window, { counted })
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
        const real = window[name].bind(window) as (run: () => void, ms?: number) => number
        Object.assign(window, {
          [name]: (run: () => void, ms?: number) =>
            real(() => {
              counted.wakes += 1
              run()
            }, ms),
        })
      }
    })
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Stop work' }).first()).toBeVisible()
    const wakes = (ms: number): Promise<number> =>
      page
        .evaluate(() => (window as unknown as { counted: { wakes: number } }).counted.wakes)
        .then(async (before) => {
          await page.clock.runFor(ms)
          return page
            .evaluate(() => (window as unknown as { counted: { wakes: number } }).counted.wakes)
            .then((after) => after - before)
        })
    const see = (state: 'visible' | 'hidden'): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        Object.defineProperty(document, 'hidden', { value: value === 'hidden', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
        window.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await page.clock.runFor(10_000)
    expect(await wakes(10_000), 'seen, it ticks').toBeGreaterThanOrEqual(9)
    await see('hidden')
    // What was under way ends, and answers that nobody asks for any more are forgotten.
    await page.clock.runFor(15 * MINUTE)
    const minutes = 60
    expect(await wakes(minutes * MINUTE), 'hidden for an hour').toBeLessThanOrEqual(minutes)
    await see('visible')
    expect(await wakes(10_000), 'seen again, it ticks').toBeGreaterThanOrEqual(9)
  },
)

test(
  'A7 G1 killed −9 while somebody types: of the note, what was typed two seconds before is there again',
  LONG_BROWSER_ONLY,
  async ({ page, host, firm }) => {
    // Programs are started and killed again and again.
    test.setTimeout(LONG ? 1_800_000 : 240_000)
    const dice = createRandom(SEED, 12)
    const { timerId } = await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    await page.clock.install()
    // What is on its way when the clock of the page stands must arrive: the two seconds are the page's, not those of a busy machine.
    await page.addInitScript(() => {
      const real = window.fetch.bind(window)
      const onTheirWay = new Set<Promise<unknown>>()
      Object.assign(window, { onTheirWay })
      window.fetch = (...args) => {
        const answer = real(...args)
        const ended: Promise<boolean> = answer.then(
          () => onTheirWay.delete(ended),
          () => onTheirWay.delete(ended),
        )
        onTheirWay.add(ended)
        return answer
      }
    })
    let missing = 0
    let typed = ''
    const lives = LONG ? 20 : 2
    for (let life = 0; life < lives; life += 1) {
      await page.clock.resume()
      const shown = await host.openAgain(page)
      await page.goto(new URL(`/notes.html?timerId=${timerId}`, shown.url()).href)
      const notes = page.getByRole('textbox', { name: 'Note' })
      await expect(notes).toHaveValue(typed)
      await notes.press('ControlOrMeta+End')
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
      // When each letter came, by the page's clock.
      const letters: { at: number; text: string }[] = [{ at: 0, text: typed }]
      let now = 0
      for (let left = dice.int(3, 30); left > 0; left -= 1) {
        typed += 'abcdefghij'.charAt(dice.int(0, 9))
        await notes.press(typed.slice(-1))
        letters.push({ at: now, text: typed })
        const pause = dice.int(20, 500)
        await page.clock.runFor(pause)
        now += pause
        await page.evaluate(async () => {
          await Promise.all((window as unknown as { onTheirWay: Set<Promise<unknown>> }).onTheirWay)
        })
      }
      await host.kill()
      // The page is gone as well: it would save the rest as soon as it could.
      await page.goto('about:blank')
      await host.start()
      const kept = (await host.call('timer.state', {})).timers[0]?.note ?? ''
      expect(typed.startsWith(kept), 'nothing that was not typed').toBe(true)
      const old = letters.findLast(({ at }) => now - at >= NOTE_LIMIT_MS)?.text ?? ''
      expect(kept.length, `of "${typed}" there is "${kept}"`).toBeGreaterThanOrEqual(old.length)
      missing = Math.max(missing, now - (letters.find(({ text }) => text.length > kept.length)?.at ?? now))
      typed = kept
    }
    figure({
      fault: 'the program killed with −9 while somebody types into a page',
      ids: 'A7 G1',
      tried: lives,
      unit: 'kills',
      lost: 0,
      note: `the oldest typing that was not there again was ${(missing / 1000).toFixed(1)} s old`,
      file: 'e2e',
      again: 'npm run test:e2e -- hostile.spec.ts',
    })
  },
)

test(
  'an internal error says what happened, its number, and offers its details and the logs',
  BROWSER_ONLY,
  async ({ page, host, firm, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.route('**/api/customer.list', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'internal', incident: '01JINCIDENT' } } }),
    )
    await page.goto('/#/customers')
    const alert = page.getByRole('alert').filter({ hasText: 'Reference: 01JINCIDENT' }).first()
    await expect(alert.getByRole('button', { name: 'Open logs' })).toBeVisible()
    await alert.getByRole('button', { name: 'Copy details' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('01JINCIDENT')
    expect(copied).toContain('internal')
    expect(copied).not.toContain('Acme')
    expect(firm.customerId).not.toBe('')
    expect((await host.call('customer.list', {})).rows).toHaveLength(1)
  },
)
