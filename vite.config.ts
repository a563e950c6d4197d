// Builds the renderer, once for Electron and the host alike, and serves it with hot reload in development.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type PluginOption, type ProxyOptions } from 'vite'
import { ascii } from './scripts/bundle/ascii.ts'
import { licencesOf } from './scripts/bundle/licences.ts'
import { startChunks } from './scripts/bundle/startChunks.ts'

const folder = join(import.meta.dirname, 'renderer')

/** Every window is a page of its own: index.html, and whatever .html stands beside it. */
function pages(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'))
  return Object.fromEntries(names.map((name) => [name.replace(/\.html$/, ''), join(folder, name)]))
}

/**
 * Hands the app's own requests on to the host. It accepts only its own Host and Origin, and that is how these arrive:
 * in development the page stands under Vite's address, which the host need not know.
 */
function toHost(url: string): ProxyOptions {
  return {
    target: url,
    changeOrigin: true,
    ws: true,
    configure(proxy) {
      proxy.on('proxyReq', (request) => {
        if (request.hasHeader('origin')) request.setHeader('origin', url)
      })
      proxy.on('proxyReqWs', (request) => request.setHeader('origin', url))
    },
  }
}

/** Beside the pages, for About. */
function licences(): PluginOption {
  const source = () => JSON.stringify(licencesOf(import.meta.dirname))
  return {
    name: 'licences',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: source() })
    },
    configureServer(server) {
      server.middlewares.use('/licences.json', (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(source())
      })
    },
  }
}

const HOST_PATHS = ['/api', '/ws', '/exports']
const hostUrl = process.env.DAYBOOK_HOST_URL

export default defineConfig({
  root: folder,
  // What a page loads is found beside what names it: the host has it under another name at each start.
  base: './',
  cacheDir: join(import.meta.dirname, 'node_modules/.vite'),
  plugins: [react(), ascii, licences()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // The page's security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: pages(),
      // Mostly that a page would load what it is to fetch later: nobody reads that in a build that goes on.
      onwarn: ({ message }) => {
        throw new Error(message)
      },
      output: {
        // The main window puts itself on screen, so what the other windows take as well is not in its file.
        codeSplitting: {
          groups: startChunks([{ name: 'first', begins: join(folder, 'windows/main.tsx'), alone: true }]),
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: hostUrl ? Object.fromEntries(HOST_PATHS.map((path) => [path, toHost(hostUrl)])) : undefined,
  },
})
