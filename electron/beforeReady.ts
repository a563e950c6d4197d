// What must be said before Electron is ready: one instance a data folder, the sandbox, the features and the name of the program.
import { createHash } from 'node:crypto'
import { lstatSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../core/db/makeFolder.ts'
import type { Log } from '../core/ports.ts'
import type { ShellApp } from './electronApi.ts'

export type Start = {
  program: ShellApp
  platform: NodeJS.Platform
  log: Log
  shellDir: string
  /** Told to the instance that runs already; its own view of the arguments is in another order. */
  told: Record<string, unknown>
  /** Makes a symbolic link; throws where the folder's file system has none. */
  link?: ((target: string, path: string) => void) | undefined
}

/** As in electron-builder.yml: Windows shows notices only of a program that it knows by this name. */
const APP_ID = 'app.daybook.desktop'

/** `first`: go on; `second`: the first one was told; `unknown`: neither can be said, so nothing may be opened. */
export function takeInstance(start: Start): 'first' | 'second' | 'unknown' {
  const { program } = start
  const folder = chromiumFolder(start)
  if (folder !== null) program.setPath('userData', folder)
  if (program.requestSingleInstanceLock(start.told)) return 'first'
  const held =
    folder === null ||
    start.platform === 'win32' ||
    lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
  return held ? 'second' : 'unknown'
}

/**
 * Chromium's own files lie in the data folder, so that two folders can be open at once, but no folder twice. Its lock is a symbolic
 * link: where there are none (exFAT, some network shares) they lie among the user's own settings, one folder for each data folder.
 */
function chromiumFolder(start: Start): string | null {
  const { program, platform, log, shellDir } = start
  if (!made(shellDir, log)) return null
  if (platform === 'win32' || hasLinks(shellDir, start.link ?? symlinkSync)) return shellDir
  log.info('shell.noLinks')
  const name = createHash('sha256').update(shellDir).digest('hex').slice(0, 16)
  const elsewhere = join(program.getPath('userData'), 'folders', name)
  return made(elsewhere, log) ? elsewhere : null
}

function hasLinks(folder: string, link: NonNullable<Start['link']>): boolean {
  const path = join(folder, `.links-${process.pid}`)
  try {
    link('here', path)
    return true
  } catch {
    // Whatever the reason: a lock could not be made here either.
    return false
  } finally {
    rmSync(path, { force: true })
  }
}

/** Electron wants the folder to exist. Where the disk refuses it, opening the data will say so in words. */
function made(folder: string, log: Log): boolean {
  try {
    makeFolder(folder)
    return true
  } catch (error) {
    log.error('shell.folder', error)
    return false
  }
}

export function prepare({ program, platform, log }: Pick<Start, 'program' | 'platform' | 'log'>): void {
  program.setName('Daybook')
  // enableSandbox would take this switch away, and then Chromium refuses to run as root.
  if (program.commandLine.hasSwitch('no-sandbox')) log.info('sandbox.off')
  else program.enableSandbox()
  // Wayland hands out global keys only through its portal.
  if (platform === 'linux') enableFeature(program, 'GlobalShortcutsPortal')
  if (platform === 'win32') program.setAppUserModelId(APP_ID)
}

/** Beside those that were asked for on the command line: a switch that is set again forgets what it was. */
function enableFeature({ commandLine }: ShellApp, feature: string): void {
  const wanted = commandLine.getSwitchValue('enable-features')
  commandLine.appendSwitch('enable-features', wanted === '' ? feature : `${wanted},${feature}`)
}
