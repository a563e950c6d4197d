// Reads back a PDF of ours as its reader would see it: the text of each page, what is attached, and what it says of itself.
import { inflateSync } from 'node:zlib'

export type ReadPdf = {
  /** Each page's texts, in the order in which they are drawn. */
  pages: string[][]
  /** By name. */
  attached: Map<string, string>
  metadata: string
  pictures: number
  fonts: string[]
}

type Part = { dictionary: string; stream: Buffer | null }

export function readPdf(file: Buffer): ReadPdf {
  const parts = partsOf(file)
  const part = (id: string | undefined): Part => parts.get(id ?? '') ?? { dictionary: '', stream: null }
  const all = [...parts.values()]
  const fonts = new Map<string, Map<string, string>>()
  const lettersOf = (id: string): Map<string, string> => {
    let letters = fonts.get(id)
    if (letters === undefined) {
      letters = lettersIn(textOf(part(refAfter(part(id).dictionary, 'ToUnicode'))))
      fonts.set(id, letters)
    }
    return letters
  }
  const pages = all
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = part(refAfter(dictionary, 'Resources')).dictionary
      const named = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id)]),
      )
      return textsIn(textOf(part(refAfter(dictionary, 'Contents'))), named)
    })
  const attached = new Map(
    all.flatMap(({ dictionary }) => {
      const [, name] = /\/Type \/Filespec[^]*?\/F \((.*?)\)/.exec(dictionary) ?? []
      const [, id] = /\/EF <<\s*\/F (\d+) 0 R/.exec(dictionary) ?? []
      return name === undefined ? [] : [[name, textOf(part(id))] as [string, string]]
    }),
  )
  return {
    pages,
    attached,
    metadata: textOf(all.find(({ dictionary }) => dictionary.includes('/Type /Metadata')) ?? part(undefined)),
    pictures: all.filter(({ dictionary }) => dictionary.includes('/Subtype /Image')).length,
    fonts: all.flatMap(({ dictionary }) => {
      const [, name] = /\/Type \/FontDescriptor[^]*?\/FontName \/([^\s/]+)/.exec(dictionary) ?? []
      return name === undefined ? [] : [name]
    }),
  }
}

const refAfter = (dictionary: string, name: string): string | undefined =>
  new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]

function partsOf(file: Buffer): Map<string, Part> {
  const text = file.toString('latin1')
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(
      ([, id = '', body = '']): [string, Part] => {
        const begin = body.indexOf('\nstream\n')
        if (begin < 0) return [id, { dictionary: body, stream: null }]
        const stream = Buffer.from(body.slice(begin + 8, body.lastIndexOf('\nendstream')), 'latin1')
        return [id, { dictionary: body.slice(0, begin), stream }]
      },
    ),
  )
}

function textOf({ dictionary, stream }: Part): string {
  if (stream === null) return ''
  return (dictionary.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('utf8')
}

/** Which letters a glyph stands for, by its id. */
function lettersIn(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const id = (parseInt(first, 16) + index).toString(16).padStart(4, '0')
      letters.set(id, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  return letters
}

/** Of each text what it says, from left to right. */
function textsIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  return [...content.matchAll(/^BT\n([^]*?)\nET$/gm)].map(([, body = '']) => {
    let said = ''
    let font = fonts.get('')
    for (const [, name, glyphs = ''] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name)
      for (const [, hex = ''] of glyphs.matchAll(/<([0-9a-f]*)>/g))
        for (let at = 0; at < hex.length; at += 4) said += font?.get(hex.slice(at, at + 4)) ?? ''
    }
    return said
  })
}
