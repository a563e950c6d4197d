// The command line inside the installed program: `daybook --cli status` runs it in this process, without a window or a screen.
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const CLI = '--cli'

/** What stands after the switch; null: the window is wanted. */
export function commandAmong(args: readonly string[]): readonly string[] | null {
  const at = args.indexOf(CLI)
  return at < 0 ? null : args.slice(at + 1)
}

/** As of any program that failed without a word of its own. */
const FAILED = 1

/** Resolves to the exit code. `folder`: of the program. */
export async function runCommand(folder: string, command: readonly string[]): Promise<number> {
  process.argv = [process.argv[0] ?? '', 'daybook', ...command]
  try {
    const bundle = createRequire(import.meta.url)(join(folder, 'out', 'cli', 'main.cjs')) as {
      done: Promise<number>
    }
    return await bundle.done
  } catch (error) {
    // Else Electron would show it in a window, where a script waits for ever.
    console.error(error)
    return FAILED
  }
}
