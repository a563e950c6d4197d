// What runs on every change with the repository's rights is named by its commit: a tag can be moved to something else.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..', '.github', 'workflows')

test.each(readdirSync(folder))('%s names each action by its commit', (name) => {
  const used = [...readFileSync(join(folder, name), 'utf8').matchAll(/uses:\s*(\S+)/g)].map(
    ([, what]) => what,
  )
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((what) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(what ?? ''))).toEqual([])
})
