// A slow computer, made on purpose: every answer is held back for a random while, so that answers overtake each other and come
// after the next key. (A slow processor is had by more workers than the machine has of them.)
import type { BrowserContext } from '@playwright/test'
import { createRandom } from '../../shared/base/random.ts'

const LONGEST_MS = 1_500

export async function slowDown(context: BrowserContext, seed: number): Promise<void> {
  const random = createRandom(seed)
  await context.route('**/api/**', async (route) => {
    // Mostly short: a long one among short ones is what nobody expects.
    await new Promise((resolve) => setTimeout(resolve, random.next() ** 2 * LONGEST_MS))
    // The page may be gone by now; then nobody waits for the answer.
    await route.continue().catch(() => undefined)
  })
}
