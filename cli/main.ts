// The command line of Daybook: the same application and the same file as the window, one command at a time.
import { enableCompileCache } from 'node:module'

// Before anything large is loaded; where the cache cannot be written, nothing else changes.
enableCompileCache()
void run()

async function run(): Promise<void> {
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram(process.argv.slice(2))
}
