// The list of found bugs names tests that exist.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUGS } from './bugs.ts'

test.each(BUGS.map(({ file, test: title }) => [file, title]))('%s holds "%s"', (file, title) => {
  const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  expect(source).toContain(`'${title}'`)
})
