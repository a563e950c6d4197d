// `npm run test:hostile`: the hostile tests at full length, under the project's Node. `-- --write` writes their figures to
// docs/reliability.md; `-- FILE` runs one of them; `-- --short` keeps them
// short; `-- --seed=N` replays. What is run whole for each of several seeds takes `-- --seeds=1..50` and `-- --steps=N`; `-- --keep=FOLDER`
// keeps the data of those that failed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../scripts/setup/install.mjs'
import { run, say } from '../scripts/setup/process.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
const args = process.argv.slice(2)
const write = args.includes('--write')
const said = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const given = Object.fromEntries(
  ['seed', 'seeds', 'steps', 'keep'].flatMap((name) => {
    const value = said(name)
    return value === undefined ? [] : [[`DAYBOOK_${name.toUpperCase()}`, value]]
  }),
)
const files = args.filter((arg) => !arg.startsWith('--')).map((file) => `hostile/${file}`)
const folder = mkdtempSync(join(tmpdir(), 'daybook-figures-'))
const figures = join(folder, 'figures.jsonl')
writeFileSync(figures, '')

// One file after the other: kills and clocks are disturbed least when nothing else runs.
const command = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'hostile',
  '--no-file-parallelism',
  ...files,
]
const env = {
  ...process.env,
  DAYBOOK_HOSTILE: args.includes('--short') ? 'short' : 'long',
  DAYBOOK_FIGURES: figures,
  ...given,
}
const { code } = await run(node, command, { cwd: root, env })
if (code === 0 && write) {
  const report = [join('hostile', 'writeReport.ts'), figures, join('docs', 'reliability.md')]
  process.exitCode = (await run(node, report, { cwd: root, env })).code
  if (process.exitCode === 0) say('✓ docs/reliability.md written')
} else process.exitCode = code
if (readFileSync(figures, 'utf8') === '') say('no figures: did the tests run?')
rmSync(folder, { recursive: true, force: true })
