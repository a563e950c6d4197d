// The desktop program's own files are run by electron/load.ts, which has no way to bring anything in by import(): where one is left, the
// program starts and fails only when somebody needs it. So it cannot be built.
import type { Plugin } from 'rolldown'

const IMPORT = /(?<![\w$.])import\s*\(/

export const requiresOnly: Plugin = {
  name: 'requires-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && IMPORT.test(file.code))
        throw new Error(`${file.fileName} holds an import(), which the loader of the program cannot run`)
  },
}
