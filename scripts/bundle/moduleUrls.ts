// Owns that `new URL('./worker.ts', import.meta.url)` in our Node code still finds its file once it is bundled.
import { resolve, dirname } from 'node:path'
import type { Plugin } from 'rolldown'

const PATTERN = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g

/**
 * Workers are named that way in the source, where Node runs the .ts file itself. A bundle has no such file, so each one
 * becomes an entry of its own beside the bundle, and the URL is pointed at it.
 */
export function moduleUrls(): Plugin {
  return {
    name: 'daybook-module-urls',
    transform(code, id) {
      if (!code.includes('import.meta.url') || id.includes('node_modules')) return null
      let changed = false
      const next = code.replace(PATTERN, (_all, _quote: string, path: string) => {
        changed = true
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) })
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`
      })
      return changed ? { code: next, map: null } : null
    },
  }
}
