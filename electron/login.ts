// Starts the program with the session, hidden (J9): told to the system on Windows and macOS, a file for the desktop on Linux.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShellApp } from './electronApi.ts'

export const HIDDEN = '--hidden'

export type LoginDeps = {
  program: ShellApp
  platform: NodeJS.Platform
  /** What is started, and with which arguments beside the one that hides it. */
  command: { file: string; args: readonly string[] }
  /** Linux: where a session looks for what to start. */
  autostartDir: string
}

/** Throws where the file cannot be written. */
export function setStartAtLogin(deps: LoginDeps, on: boolean): void {
  const { program, platform, command, autostartDir } = deps
  const args = [...command.args, HIDDEN]
  if (platform !== 'linux') return program.setLoginItemSettings({ openAtLogin: on, path: command.file, args })
  const file = join(autostartDir, 'app.daybook.desktop.desktop')
  if (!on) return rmSync(file, { force: true })
  mkdirSync(autostartDir, { recursive: true })
  const exec = [command.file, ...args].map(quoted).join(' ')
  writeFileSync(
    file,
    `[Desktop Entry]\nType=Application\nName=Daybook\nExec=${exec}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`,
  )
}

/** As desktop files have it: in quotes, their own marks with a backslash, and % twice. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[\\"`$]/g, (mark) => (mark === '\\' ? '\\\\\\\\' : `\\\\${mark}`)).replaceAll('%', '%%')}"`
