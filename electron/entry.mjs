// Electron's entry. The program is CommonJS, which is read and compiled at once, where modules wait for one another; but only a module
// can be awaited: while a command runs Electron never becomes ready, so it needs no screen.
import { createRequire } from 'node:module'

await createRequire(import.meta.url)('./program.cjs').done
