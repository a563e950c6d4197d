// Builds Electron's main process and preload; in development it serves the renderer too.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { ascii } from './scripts/bundle/ascii.ts'
import { copyBesides } from './scripts/bundle/besides.ts'
import { EXTERNAL } from './scripts/bundle/external.ts'
import { lazyBuiltins } from './scripts/bundle/lazyBuiltins.ts'
import { requiresOnly } from './scripts/bundle/requiresOnly.ts'
import { startChunks } from './scripts/bundle/startChunks.ts'
import { COMMENTS, writeThreads } from './scripts/bundle/write.ts'
import renderer from './vite.config.ts'

const at = (path: string) => join(import.meta.dirname, path)
const MAIN = at('electron/main.ts')

export default defineConfig(({ command }) => ({
  main: {
    plugins: [
      lazyBuiltins,
      ascii,
      requiresOnly,
      {
        name: 'besides',
        async writeBundle({ dir = at('out/main') }) {
          copyBesides(import.meta.dirname, dir)
          copyFileSync(at('electron/entry.mjs'), join(dir, 'main.mjs'))
          await writeThreads(dir, { root: import.meta.dirname, format: 'cjs' })
        },
      },
    ],
    build: {
      outDir: at('out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: { program: MAIN, load: at('electron/load.ts') },
        external: EXTERNAL,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          comments: COMMENTS,
          // What load.ts runs can only require what it brings in later.
          dynamicImportInCjs: false,
          codeSplitting: {
            groups: startChunks([
              { name: 'shell', begins: MAIN, alone: true },
              { name: 'application', begins: at('electron/application.ts'), alone: false },
            ]),
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload cannot be a module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // A build of the renderer is one and the same for Electron and the host: `vite build` makes it.
  ...(command === 'serve' ? { renderer } : {}),
}))
