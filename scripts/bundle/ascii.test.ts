// A program whose letters are written by their numbers says the same.
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { ascii } from './ascii.ts'

async function bundled(source: string): Promise<string> {
  const build = await rolldown({
    input: 'source',
    plugins: [
      { name: 'source', resolveId: () => 'source', load: () => ({ code: source, moduleType: 'js' }) },
      ascii,
    ],
  })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return output[0].code
}
const valueOf = async (code: string): Promise<unknown> =>
  ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { value: unknown }).value

test('texts, templates, patterns and names stay what they are', async () => {
  const code = await bundled(
    "const größe = 'Ärzte – العربية 会議 🎉'; export const value = [größe, `${größe}…`, /[à-ü–🎉]+/u.test('é🎉'), 'c:\\\\ü']" +
      `; export const plain = '${'x'.repeat(300)}'`,
  )
  expect(code).not.toMatch(/[^\0-\x7f]/)
  expect(await valueOf(code)).toEqual(['Ärzte – العربية 会議 🎉', 'Ärzte – العربية 会議 🎉…', true, 'c:\\ü'])
})

test('a letter that is escaped already is refused, as its number would be read as text', async () => {
  await expect(bundled('export const value = /\\é/')).rejects.toThrow('escapes a letter beyond ASCII')
})

test('where most letters are beyond ASCII they stay, as their numbers would take more than two bytes a letter', async () => {
  const source =
    "export const value = 'العربية العربية العربية العربية العربية العربية العربية العربية العربية العربية'"
  expect(await bundled(source)).toContain('العربية')
})
