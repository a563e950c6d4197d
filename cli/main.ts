// The command line of Daybook: the same application and the same file as the window, one command at a time.
import { enableCompileCache } from 'node:module'

// Before anything large is loaded; where the cache cannot be written, or this Node has none, nothing else changes.
;(enableCompileCache as typeof enableCompileCache | undefined)?.()

/** The exit code, for who runs this within a program of their own. */
export const done: Promise<number> = run()

async function run(): Promise<number> {
  endQuietlyWithoutReader()
  const { runProgram } = await import('./program.ts')
  const code = await runProgram(process.argv.slice(2))
  process.exitCode = code
  return code
}

/** `daybook customers | head` ends the reader first. */
function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
