// A bundle of CommonJS loads each of Node's modules when something of it is first used, not when the file that names it is loaded:
// what hashes, starts threads or runs programs takes 5 to 15 ms each, and most answers of the command line need none of it.
import type { Plugin } from 'rolldown'

/** As the bundler writes it; the second line where somebody imports the default of the module, which is the module itself. */
const LOADED = /^let (\w+) = require\("(node:[\w/]+)"\);\n(?:\1 = (?:\w+\.)?__toESM\(\1, 1\);\n)?/gm

export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  renderChunk: (code) => code.replaceAll(LOADED, (_, name: string, module: string) => lazily(name, module)),
}

const lazily = (name: string, module: string): string => `let ${name} = new Proxy({}, {
  get: (all, key) => { all.loaded ??= require("${module}"); return key === "default" ? all.loaded : all.loaded[key]; }
});
`
