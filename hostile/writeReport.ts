// Writes docs/reliability.md from the figures that the hostile tests kept: `node hostile/writeReport.ts FIGURES TARGET`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { BUGS } from './bugs.ts'
import type { Figure } from './figures.ts'

type Kept = Figure & { seed: number; long: boolean }

const [source = '', target = ''] = process.argv.slice(2)
const START = '<!-- figures: written by `npm run test:hostile -- --write` -->'
const parse = (line: string): Kept => JSON.parse(line) as Kept
const fresh = readFileSync(source, 'utf8').split('\n').filter(Boolean).map(parse)

/** Rows of earlier runs stay where only some files were run. */
const keptBefore = existsSync(target)
  ? [...readFileSync(target, 'utf8').matchAll(/^<!-- figure (.*) -->$/gm)].map(([, json = '']) => parse(json))
  : []
const rows = [...keptBefore.filter(({ fault }) => !fresh.some((row) => row.fault === fault)), ...fresh].sort(
  (a, b) => a.file.localeCompare(b.file) || a.fault.localeCompare(b.fault),
)

const cell = (text: string): string => text.replaceAll('|', '\\|')
const number = (value: number): string => value.toLocaleString('en')
const command = ({ file, seed, long, again }: Kept): string =>
  again !== undefined
    ? `\`${again}\``
    : `\`npm run test:hostile -- ${file}${long ? '' : ' --short'} --seed=${seed}\``

const table = rows.map((row) =>
  [
    row.fault,
    row.ids,
    `${number(row.tried)} ${row.unit}`,
    String(row.lost),
    row.note ?? '',
    command(row),
  ].map(cell),
)
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const text = [
  '# Reliability',
  '',
  'What Daybook was put through, and what was lost. The table is written by the tests themselves; each row can be run again',
  'with its command. Every test also runs in short within `npm test`, there with the same seed each time.',
  '',
  'The team in bad weather (`hostile/team.test.ts`) is run whole for each of many seeds: `npm run test:hostile -- team --seeds=1..50',
  '--steps=10000`, where a run can be split by its seeds among several processes, each with a PostgreSQL of its own. With `TMPDIR` on a',
  'disk in memory a run takes a fraction of the time, as each commit of each device is written through. A seed that fails says so at once,',
  'with the command that repeats it.',
  '',
  START,
  '',
  line(['Fault', 'Proves', 'Tried', 'Lost', 'What was seen', 'Again']),
  line(['---', '---', '---:', '---:', '---', '---']),
  ...table.map(line),
  '',
  '## What stays open',
  '',
  '- No secret stands on a command line. On Linux the browser is opened at a door that lets in the next visit of the same user,',
  '  once and within a minute; a relay that people run under their own name counts as themselves. On macOS, Windows and WSL it',
  '  is opened over a page in the data folder; that way was gone with Chromium and Firefox on Linux, made to be a system that',
  '  does not tell who comes, and not on those systems. Where another program than a browser opens pages, the printed address',
  '  leads in.',
  '- A running timer leaves its sign of life every 8 seconds, hidden or not: that is what makes it at most 10 seconds old after a',
  '  crash. Everything else wakes at most once a minute while nobody looks.',
  '- Whether anything that ships has a known vulnerability, `npm run audit` asks the registry; it is part of every check of a',
  '  change, but not of the tests, as its answer depends on the day, and it ends with an error where nobody answers. Advisories were',
  '  also looked up by hand in the copies at hand, which are not complete: to 23 November 2026 for the well-known packages, to August',
  '  for the others. One named a package of ours, which a stand-in replaces (`vendor`). Newer than the Node that `npm start` fetches',
  '  is a release of Node of October with fixes of its own; the `node` package has none yet.',
  '- Daybook writes neither PDF nor iCalendar, so hostile text was followed into its screens and workbooks only.',
  '- A kill of the process loses nothing that was confirmed. A power cut loses nothing either as far as the disk tells the truth',
  '  about what it has written; a disk that lies is the row about the write-ahead log.',
  '',
  '## What was found on the way',
  '',
  'Each of these was a fault of the program. Each was mended at its root and is held by the test that is named.',
  '',
  line(['Found', 'Held by']),
  line(['---', '---']),
  ...BUGS.map(({ what, file, test }) => line([cell(what), cell(`${file}: ${test}`)])),
  '',
  ...rows.map((row) => `<!-- figure ${JSON.stringify(row)} -->`),
  '',
].join('\n')

// As `npm run format` would, so that the check of the format stays green.
writeFileSync(target, await format(text, { parser: 'markdown' }))
