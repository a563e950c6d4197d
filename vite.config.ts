// Builds the renderer, once for Electron and the host alike, and serves it with hot reload in development.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type ProxyOptions } from 'vite'

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

const HOST_PATHS = ['/api', '/ws', '/exports']
const hostUrl = process.env.DAYBOOK_HOST_URL

export default defineConfig({
  root: folder,
  base: '/',
  cacheDir: join(import.meta.dirname, 'node_modules/.vite'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // The page's security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: pages() },
  },
  server: {
    host: '127.0.0.1',
    proxy: hostUrl ? Object.fromEntries(HOST_PATHS.map((path) => [path, toHost(hostUrl)])) : undefined,
  },
})
