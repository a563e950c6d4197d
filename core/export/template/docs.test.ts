// The page on templates names every place and every field.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placesOf, rowsOf, TEMPLATE_KINDS, TEMPLATE_PREFIX } from '../../../shared/contract/template.ts'

const page = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8')

test.each(TEMPLATE_KINDS)('J8 docs/templates.md names all of %s', (kind) => {
  const names = [
    ...Object.keys(placesOf(kind)).map((name) => TEMPLATE_PREFIX + name),
    ...Object.entries(rowsOf(kind)).flatMap(([name, fields]) => [
      TEMPLATE_PREFIX + name,
      ...Object.keys(fields).map((field) => `{${field}}`),
    ]),
  ]
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
