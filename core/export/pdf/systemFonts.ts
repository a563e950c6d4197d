// Fonts of this computer, for letters that no font that ships has: Chinese, Korean, Thai and the like, which would be tens of megabytes.
import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import type { Face } from './face.ts'
import { facesOf } from './face.ts'

/** Where each system keeps them. */
function folders(): string[] {
  const home = homedir()
  if (process.platform === 'win32')
    return [
      join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      join(process.env.LOCALAPPDATA ?? home, 'Microsoft', 'Windows', 'Fonts'),
    ]
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')]
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local', 'share', 'fonts'),
    join(home, '.fonts'),
  ]
}

/** Made for many scripts, so that they are looked at first. */
const LIKELY = /noto|droid|msyh|simsun|malgun|nirmala|leelaw|pingfang|sdgothic|hiragino|unicode|dejavu|wqy/i
/** A larger file is a collection of all there is; reading it takes longer than anybody waits. */
const MOST_BYTES = 120_000_000

let files: string[] | null = null
const opened = new Map<string, readonly Face[]>()

/** The first that has the letter and may be embedded. */
export function systemFaceFor(codePoint: number): Face | null {
  for (const file of (files ??= fontFiles()))
    for (const face of facesIn(file)) if (face.font.hasGlyphForCodePoint(codePoint)) return face
  return null
}

function fontFiles(): string[] {
  const all = folders().flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    } catch {
      // Not there, or not ours to read.
      return []
    }
  })
  const fonts = all.filter((file) => /\.(ttf|otf|ttc)$/i.test(file)).sort()
  return [...fonts.filter((file) => LIKELY.test(file)), ...fonts.filter((file) => !LIKELY.test(file))]
}

function facesIn(file: string): readonly Face[] {
  let faces = opened.get(file)
  if (faces === undefined) opened.set(file, (faces = readFaces(file)))
  return faces
}

function readFaces(file: string): Face[] {
  try {
    if (statSync(file).size > MOST_BYTES) return []
    // Of a collection the first: the others are the same letters for other languages.
    return facesOf(file, file)
      .slice(0, 1)
      .filter(({ font }) => mayEmbed(font))
  } catch {
    // No font, or one of a kind that is not understood: the next one may have the letter.
    return []
  }
}

/** With outlines, and not restricted by its maker. */
function mayEmbed(font: Font): boolean {
  const tables =
    (font as unknown as { directory?: { tables?: Record<string, unknown> } }).directory?.tables ?? {}
  if (!('glyf' in tables) && !('CFF ' in tables)) return false
  const { fsType } = font['OS/2'] as unknown as { fsType?: { noEmbedding?: boolean } }
  return fsType?.noEmbedding !== true
}
