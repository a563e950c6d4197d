// Takes the README's pictures: the app on its sample data, driven as a person would, at a fixed size, light and dark.
// Usage: npm run build && node scripts/pictures.mjs [folder]
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const root = join(import.meta.dirname, '..')
const target = process.argv[2] ?? join(root, 'docs', 'pictures')
const size = { width: Number(process.env.WIDTH ?? 1280), height: Number(process.env.HEIGHT ?? 800) }
const dataDir = mkdtempSync(join(tmpdir(), 'daybook-pictures-'))
mkdirSync(target, { recursive: true })

const host = spawn(process.execPath, [join(root, 'host/main.ts'), '--data', dataDir, '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})

/** @returns {Promise<string>} */
const address = () =>
  new Promise((resolve, reject) => {
    host.stdout.on('data', (text) => {
      const found = /http:\S+/.exec(String(text))
      if (found) resolve(found[0])
    })
    host.once('exit', () => reject(new Error('the host ended before it was ready')))
  })

const browser = await chromium.launch({
  ...(process.env.DAYBOOK_CHROMIUM ? { executablePath: process.env.DAYBOOK_CHROMIUM } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const url = new URL(await address())
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    })
    const page = await context.newPage()
    await page.goto(scheme === 'light' ? url.href : await freshAddress())
    /** @param {string} name @param {object} args */
    const ask = async (name, args) => {
      /** @type {any} */
      const reply = await page.evaluate(async ([path, body]) => {
        const answer = await fetch(`/api/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-daybook-key': localStorage.getItem('daybook.key') ?? '',
          },
          body: JSON.stringify(body),
        })
        return answer.json()
      }, /** @type {const} */ ([name, args]))
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    }
    /** @param {string} name */
    const picture = async (name) => {
      await page.evaluate('document.fonts.ready.then(() => null)')
      await page.waitForTimeout(700)
      // On a busy machine the page may still be on its way: nothing is taken of a skeleton or of nothing.
      await page.locator('h1').first().waitFor()
      await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'hidden' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(target, `${name}-${scheme}.png`) })
    }
    /** @param {string} path */
    const visit = (path) => page.goto(`${url.origin}/#${path}`)

    if (scheme === 'light') {
      await picture('welcome')
      await ask('sample.load', { seed: 7 })
      const customers = await ask('customer.suggest', {})
      const categories = await ask('category.list', { activeOnly: true })
      const startedAt = Date.now() - 83 * 60_000
      const minutes = 60_000
      for (const [from, to, customer, category, note] of [
        [-290, -215, 1, 1, 'Went through the quarterly figures with Ruth.'],
        [-205, -120, 2, 2, 'Moved the booking form to the new server.'],
        [-75, -10, 3, 0, ''],
      ])
        await ask('entry.add', {
          customerId: customers[Number(customer)].id,
          categoryId: categories[Number(category)].id,
          startAt: startedAt + Number(from) * minutes,
          endAt: startedAt + Number(to) * minutes,
          note,
        })
      await ask('timer.start', {
        customerId: customers[0].id,
        categoryId: categories[0].id,
        at: startedAt,
        note: 'Contract renewal: went through the open points.',
      })
    }
    const { today } = await ask('app.state', {})
    const users = await ask('user.list', { activeOnly: true })
    const month = today.slice(0, 7)
    const previous = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 15))
      .toISOString()
      .slice(0, 7)
    const [, someone] = users
    const customers = await ask('customer.list', { limit: 5 })
    await visit('/')
    await picture('today')
    await visit(`/diary/${previous}`)
    await picture('diary')
    await visit(`/diary/${previous}/${someone.id}`)
    await picture('diary-user')
    await visit(`/diary/${previous}/${someone.id}/${previous}-14`)
    await picture('diary-day')
    await visit('/customers')
    await picture('customers')
    await visit(`/customers/${customers.rows[0].id}`)
    await picture('customer')
    await visit('/settings')
    await picture('settings')
    await visit('/history')
    await picture('history')
    await visit('/')
    await page.getByRole('button', { name: 'Stop work' }).first().click()
    await picture('note')
    await page.keyboard.press('Escape')
    await context.close()
  }
} finally {
  await browser.close()
  host.kill()
  rmSync(dataDir, { recursive: true, force: true })
}

/** The address with a token is good once; a second browser asks the running host for another. */
async function freshAddress() {
  const second = spawn(process.execPath, [join(root, 'host/main.ts'), '--data', dataDir, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    second.stdout.on('data', (text) => {
      const found = /http:\S+/.exec(String(text))
      if (found) resolve(found[0])
    })
    second.once('exit', () => reject(new Error('no second address')))
  })
}
