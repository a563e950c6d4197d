// LibreOffice as the judge of our formulas: opens workbooks, calculates every cell anew, and saves what it found.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const PLACES = [
  ...(process.env.DAYBOOK_SOFFICE ? [process.env.DAYBOOK_SOFFICE] : []),
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** The program, or null where there is none; on Linux a missing one is a fault of the CI, not a reason to skip. */
export function findLibreOffice(): string | null {
  const found = PLACES.find((place) => (place.includes('office') && existsSync(place)) || answers(place))
  if (found !== undefined) return found
  if (process.env.CI === 'true' && process.platform === 'linux')
    throw new Error('LibreOffice is missing in CI')
  return null
}

function answers(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

// OOXMLRecalcMode 0: always. Without it the cached results of other programs would be believed.
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

/** Each workbook recalculated, in the same order; `folder` is the caller's and gets a subfolder. */
export function recalculate(soffice: string, files: readonly string[], folder: string): string[] {
  const out = join(folder, 'recalculated')
  mkdirSync(out, { recursive: true })
  withLibreOffice(soffice, files, out)
  return files.map((file) => join(out, basename(file)))
}

/** Each file opened, calculated anew and saved as an Excel workbook in `out`. */
export function withLibreOffice(soffice: string, files: readonly string[], out: string): void {
  const profile = join(out, 'libreoffice-profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
  const profileUrl = new URL(`file:///${profile.replaceAll('\\', '/').replace(/^\//, '')}`).href
  const args = [
    `-env:UserInstallation=${profileUrl}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
  ]
  execFileSync(soffice, [...args, '--outdir', out, ...files], { stdio: 'pipe', timeout: 240_000 })
}
