// What a bundle needs beside itself as files: the fonts of PDFs, once for all programs, and the colour profile that pdfkit reads from
// the folder in which it finds itself.
import { cpSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FONT_FILES, FONT_SCOPE } from '../../core/export/pdf/fontFiles.ts'

/** `dir`: where a program's bundle was written. */
export function copyBesides(root: string, dir: string): void {
  const packages = join(root, 'node_modules')
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(packages, from), to)
  }
  const profile = 'sRGB_IEC61966_2_1.icc'
  copy(join('pdfkit', 'js', 'data', profile), join(dir, 'data', profile))
  for (const file of Object.values(FONT_FILES))
    copy(join(FONT_SCOPE, file), join(dirname(dir), 'fonts', basename(file)))
}
