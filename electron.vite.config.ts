// Builds Electron's main process and preload; in development it serves the renderer too.
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { copyBesides } from './scripts/bundle/besides.ts'
import { EXTERNAL } from './scripts/bundle/external.ts'
import { workerEntries } from './scripts/bundle/workers.ts'
import renderer from './vite.config.ts'

const at = (path: string) => join(import.meta.dirname, path)

export default defineConfig(({ command }) => ({
  main: {
    plugins: [
      {
        name: 'besides',
        writeBundle: ({ dir = at('out/main') }) => copyBesides(import.meta.dirname, dir),
      },
    ],
    build: {
      outDir: at('out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: { main: at('electron/main.ts'), ...workerEntries(import.meta.dirname) },
        external: EXTERNAL,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
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
