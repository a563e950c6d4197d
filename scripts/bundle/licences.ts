// The licences of what ships (shown by About): of each package that our sources import and all that these need, and of Electron.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { FONT_FILES, FONT_SCOPE } from '../../core/export/pdf/fontFiles.ts'

export type Licence = { name: string; version: string; licence: string; text: string }

const SOURCES = ['shared', 'core', 'electron', 'host', 'cli', 'renderer'] as const
const Package = z.object({
  name: z.string(),
  version: z.string(),
  /** A name; older packages have it in an object, or several of them. */
  license: z.unknown().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
})

/** By name; a package that is there in several versions stands with each. */
export function licencesOf(root: string): Licence[] {
  const found = new Map<string, Licence>()
  const add = (name: string, from: string) => {
    const folder = folderOf(name, from, root)
    if (folder === null || found.has(folder)) return
    const about = Package.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const { name: called, version, license } = about
    const text = textIn(folder)
    // A few say it in its text alone.
    const licence = license === undefined ? (text.split('\n')[0] ?? '').trim() || 'unknown' : nameOf(license)
    found.set(folder, { name: called, version, licence, text })
    // What Electron's package needs only fetches it.
    if (name !== 'electron') for (const needed of Object.keys(about.dependencies)) add(needed, folder)
  }
  for (const name of [...importedBy(root), ...fontPackages()]) add(name, root)
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function nameOf(license: unknown): string {
  if (typeof license === 'string') return license
  if (Array.isArray(license)) return license.map(nameOf).join(' or ')
  return typeof license === 'object' && license !== null && 'type' in license
    ? String(license.type)
    : 'unknown'
}

/** The packages that our sources name, tests left out. */
function importedBy(root: string): Set<string> {
  const names = new Set<string>()
  for (const source of SOURCES)
    for (const file of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$|(^|[\\/])testing[\\/]/.test(file)) continue
      const text = readFileSync(join(root, source, file), 'utf8')
      for (const [, name = ''] of text.matchAll(
        /(?:from |import |import\()'((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/g,
      ))
        if (!name.startsWith('.')) names.add(name)
    }
  return names
}

/** Fonts ship as files, so nobody imports them. */
const fontPackages = (): string[] =>
  Object.values(FONT_FILES).map((file) => `${FONT_SCOPE}/${file.slice(0, file.indexOf('/'))}`)

/** As Node finds it; null for what is none: Node's own modules, and packages of other systems. */
function folderOf(name: string, from: string, root: string): string | null {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
  }
  return null
}

/** All that there are: a package of fonts has one for itself, and one for the font. */
function textIn(folder: string): string {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying)(\.|$|-|_)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}
