// Keeps what lies in the data folder from other users of the computer: names, notes and pay are for its owner alone.
import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, lstatSync, openSync, readdirSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { isFolder, makeFolder } from './makeFolder.ts'

const OTHERS = 0o077
export const OWNER_FILE = 0o600
const OWNER_FOLDER = 0o700

/** What we put there; a data folder may be somebody's own folder, in which other things lie. The lock closes itself (instanceLock.ts). */
const OURS =
  /^(?:daybook[.-].*|instance\.json.*|host\.json.*|changed|enter-[0-9a-f]+\.html|backups|logs|exports)$/

/** Makes the data folder, or takes what an earlier version left readable in it from everybody else. Throws what the file system says. */
export function makeDataFolder(folder: string): void {
  const fresh = !isFolder(folder)
  makeFolder(folder)
  if (process.platform === 'win32') {
    if (fresh) closeOnWindows(folder)
    return
  }
  for (const name of readdirSync(folder)) if (OURS.test(name)) close(join(folder, name))
}

/**
 * Makes an empty file that only its owner can read, where there is none: whoever makes it later asks for more. One that is there is not
 * opened: on Linux and macOS closing it would give up every lock that this program holds on it.
 */
export function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'ax', OWNER_FILE))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** For a file that something else has made. */
export function closeFile(file: string): void {
  if (process.platform !== 'win32') chmodSync(file, OWNER_FILE)
}

/** Can others go into this folder? Its rights in octal, or null. We leave them as they are: it may be shared on purpose. */
export function openToOthers(folder: string): string | null {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found !== undefined && isOpen(found) ? (found.mode & 0o777).toString(8) : null
}

export const isOpen = ({ mode }: Stats): boolean => process.platform !== 'win32' && (mode & OTHERS) !== 0

function close(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  // A link could lead to a file of anybody; what is not ours we may not change.
  if (found === undefined || found.isSymbolicLink() || found.uid !== process.getuid?.()) return
  if (found.isDirectory()) for (const name of readdirSync(path)) close(join(path, name))
  if (!isOpen(found)) return
  try {
    chmodSync(path, found.isDirectory() ? OWNER_FOLDER : found.mode & 0o700)
  } catch (error) {
    // A disk that is read-only, or a file that went meanwhile: opening the data says what there is to say.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/**
 * On Windows a folder inherits who may read it. In a profile that is its owner; elsewhere often everybody. `*S-1-5-18` is the system,
 * `*S-1-5-32-544` the administrators, who can read everything anyway.
 */
export const windowsRights = (folder: string, user: string): string[] => [
  folder,
  '/inheritance:r',
  ...[user, '*S-1-5-18', '*S-1-5-32-544'].flatMap((who) => ['/grant:r', `${who}:(OI)(CI)F`]),
  '/q',
]

function closeOnWindows(folder: string): void {
  const { USERDOMAIN: domain, SystemRoot: root = 'C:\\Windows' } = process.env
  const name = userInfo().username
  const user = domain ? `${domain}\\${name}` : name
  try {
    execFileSync(join(root, 'System32', 'icacls.exe'), windowsRights(folder, user), { stdio: 'ignore' })
  } catch (error) {
    // A disk without rights (FAT, a share): then nobody can be kept out of it.
    if (!(error instanceof Error)) throw error
  }
}
