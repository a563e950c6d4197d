// Ends a test run that stands still. Vitest ends a test that waits too long, but not one that never lets go of its thread: that
// would keep a build waiting for hours and say nothing.
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Longer than any test and its hooks may take. */
const LIMIT_MS = Number(process.env.DAYBOOK_STANDSTILL_MS ?? 300_000)

export class Standstill implements Reporter {
  readonly #running = new Map<TestModule, string>()
  #timer: NodeJS.Timeout | undefined

  onTestModuleStart(module: TestModule): void {
    this.#seen(module, 'before its first test')
  }

  onTestCaseReady({ module, fullName }: TestCase): void {
    this.#seen(module, `in “${fullName}”`)
  }

  onTestCaseResult({ module, fullName }: TestCase): void {
    this.#seen(module, `after “${fullName}”`)
  }

  onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module)
    this.#wait()
  }

  onTestRunEnd(): void {
    clearTimeout(this.#timer)
  }

  #seen(module: TestModule, where: string): void {
    this.#running.set(module, where)
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end(), LIMIT_MS)
  }

  #end(): void {
    console.error(
      `daybook: no test has begun or ended for ${LIMIT_MS / 1000} s, so the run is ended. It stood`,
    )
    for (const [{ relativeModuleId }, where] of this.#running)
      console.error(`daybook:   in ${relativeModuleId}, ${where}`)
    // What holds its thread does not hear that it should go; Vitest's watchdog ends it once we are gone.
    process.exit(1)
  }
}
