// Runs the program's own files from what V8 made of them at an earlier start: to compile them anew takes a tenth of a second, in which
// Chromium has to wait. Kept among what the user's programs can make again, not in the data folder: that may come from somebody else,
// and nothing that lies in it is run.
import { mkdirSync, readFileSync, rename, statSync, writeFile } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

export type Loader = {
  /** The exports of a file of the folder. */
  load(name: string): unknown
  /** Whether anything that was loaded had to be compiled. */
  compiledAnew(): boolean
  /** Keeps for the next start what this one has compiled; whether it did. What goes wrong costs the next start its time. */
  keep(): Promise<boolean>
}

type Kept = { source: Buffer; compiled: Buffer }
type Loaded = { source: Buffer; script: Script }
type Run = (
  this: unknown,
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void

/** Where the system wants such files. */
export function compiledFile(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Daybook', 'Cache', 'compiled')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Daybook', 'compiled')
  return join(environment['XDG_CACHE_HOME'] || join(home, '.cache'), 'Daybook', 'compiled')
}

/** For files of CommonJS that lie side by side in `folder`. */
export function createLoader(folder: string, file: string): Loader {
  const kept = readKept(file)
  const modules = new Map<string, { exports: unknown }>()
  const loaded = new Map<string, Loaded>()
  let anew = false
  const others = createRequire(join(folder, 'program.cjs'))
  const required = (id: string): unknown =>
    dirname(id) === '.' && id.startsWith('./') && id.endsWith('.cjs') ? load(basename(id)) : others(id)

  const load = (name: string): unknown => {
    const known = modules.get(name)
    if (known !== undefined) return known.exports
    const path = join(folder, name)
    const source = readFileSync(path)
    const before = kept.get(name)
    // V8 itself looks only at the length of a source, besides its own version and settings.
    const cachedData = before !== undefined && before.source.equals(source) ? before.compiled : undefined
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`
    const script = new Script(wrapped, { filename: path, ...(cachedData !== undefined && { cachedData }) })
    if (cachedData === undefined || script.cachedDataRejected === true) anew = true
    const module = { exports: {} as unknown }
    modules.set(name, module)
    loaded.set(name, { source, script })
    try {
      const run = script.runInThisContext() as Run
      run.call(module.exports, module.exports, required, module, path, folder)
    } catch (error) {
      modules.delete(name)
      throw error
    }
    return module.exports
  }

  const keep = async (): Promise<boolean> => {
    const all = new Map(kept)
    if (anew)
      for (const [name, { source, script }] of loaded)
        all.set(name, { source, compiled: script.createCachedData() })
    // Nobody needs them any more.
    kept.clear()
    loaded.clear()
    if (!anew) return false
    // Of a version that is gone.
    for (const name of all.keys()) if (!isFile(join(folder, name))) all.delete(name)
    return writeKept(file, all)
  }
  return { load, compiledAnew: () => anew, keep }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** Whoever else can write there could have anything run. */
const isOurs = (folder: string): boolean => {
  if (process.getuid === undefined) return true
  const { uid, mode } = statSync(folder)
  return uid === process.getuid() && (mode & 0o022) === 0
}

/** A line that says what follows: names, and the lengths of their sources and of what was compiled. */
function readKept(file: string): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  try {
    if (!isOurs(dirname(file))) return kept
    const bytes = readFileSync(file)
    let at = bytes.indexOf('\n') + 1
    const parts = JSON.parse(bytes.toString('utf8', 0, at)) as [string, number, number][]
    const length = parts.reduce((sum, [, source, compiled]) => sum + source + compiled, at)
    if (length !== bytes.length) return kept
    for (const [name, source, compiled] of parts) {
      kept.set(name, {
        source: bytes.subarray(at, at + source),
        compiled: bytes.subarray(at + source, at + source + compiled),
      })
      at += source + compiled
    }
  } catch {
    // None yet, or none that can be read: what is not kept is compiled.
    kept.clear()
  }
  return kept
}

function writeKept(file: string, kept: ReadonlyMap<string, Kept>): Promise<boolean> {
  const parts = [...kept].map(([name, { source, compiled }]) => [name, source.length, compiled.length])
  const bytes = Buffer.concat([
    Buffer.from(`${JSON.stringify(parts)}\n`),
    ...[...kept.values()].flatMap(({ source, compiled }) => [source, compiled]),
  ])
  const partial = `${file}.${process.pid}`
  return new Promise((resolve) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      if (!isOurs(dirname(file))) return resolve(false)
    } catch {
      return resolve(false)
    }
    // On the disk before it has its name, so that it is whole or not there.
    writeFile(partial, bytes, { mode: 0o600, flush: true }, (unwritten) =>
      unwritten === null ? rename(partial, file, (unnamed) => resolve(unnamed === null)) : resolve(false),
    )
  })
}
