// Electron's entry. The program is CommonJS, which is read and compiled at once, where modules wait for one another; but only a module
// can be awaited: while a command runs Electron never becomes ready, so it needs no screen.
import { createRequire } from 'node:module'

const { compiledFile, createLoader } = createRequire(import.meta.url)('./load.cjs')
const loader = createLoader(import.meta.dirname, compiledFile())
const program = loader.load('program.cjs')
void program.up.then((up) => up && loader.keep())
await program.done
