// `npm run audit`: asks the registry whether anything that ships has a known vulnerability. Ends with 0 where there is none, 1
// where there is one, and 2 where the registry cannot be asked: then nothing is known, and that is no pass.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, runNpm, say } from './setup/process.mjs'
import { jsonWithin, shippedFindings } from './shipped.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
// From the lock file alone: what happens to be installed here does not matter.
const { output } = await runNpm(['audit', '--package-lock-only', '--json'], { cwd: root, quiet: true })
const answer = jsonWithin(output)
const findings = shippedFindings(answer, lock)
if (findings === null) {
  const status = /** @type {{ statusCode?: number } | null} */ (answer)?.statusCode
  fail(
    `the registry cannot be asked about vulnerabilities${status === undefined ? '' : ` (it answered ${status})`}. Nothing is known.`,
    2,
  )
}
if (findings.length > 0) fail(`known vulnerabilities in what ships:\n  ${findings.join('\n  ')}`)
say('✓ nothing that ships has a known vulnerability')
