// A template as the parts of its package. What is no workbook, is locked, holds programs or would fill the memory is refused before
// anything in it is read.
import { appError } from '../../../shared/contract/errors.ts'
import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import { MOST_TEMPLATE_BYTES } from '../../../shared/contract/template.ts'
import { kindOf } from '../../imports/read/bytes.ts'
import { Unreadable } from '../../imports/read/refusal.ts'
import { readZip } from '../../imports/read/zip.ts'
import { attributeOf, elementsOf, NotXml, parseXml } from './xmlTree.ts'
import type { XmlElement } from './xmlTree.ts'

export class BadTemplate extends Error {
  override name = 'BadTemplate'
  readonly error: AppError
  constructor(code: ErrorCode, values: Record<string, string | number> = {}) {
    super(code)
    this.error = appError(code, { values })
  }
}

export type Package = {
  names: readonly string[]
  bytes(part: string): Buffer
  /** Read once, and written again as it then is. null: there is none. */
  xml(part: string): XmlElement | null
  isRead(part: string): boolean
  remove(part: string): void
  /** Where a part refers to, by the id of the relation. */
  relations(part: string): Relation[]
}
export type Relation = { id: string; type: string; target: string; element: XmlElement }

/** Unpacked, of all its parts. */
const MOST_UNPACKED = 128 * 1024 * 1024
/** A part that is read as a tree. */
const MOST_XML = 32 * 1024 * 1024
const MOST_PARTS = 5_000

export const CONTENT_TYPES = '[Content_Types].xml'
export const WORKBOOK = 'xl/workbook.xml'

/** Throws BadTemplate. */
export function openTemplate(file: string, bytes: Buffer): Package {
  if (bytes.length > MOST_TEMPLATE_BYTES)
    throw new BadTemplate('template.tooLarge', { file, most: MOST_TEMPLATE_BYTES / 1024 / 1024 })
  const kind = kindOf(bytes)
  if (kind === 'ole') throw new BadTemplate('template.protected', { file })
  if (kind !== 'zip') throw new BadTemplate('template.notWorkbook', { file })
  const entries = entriesOf(file, bytes)
  const parts = new Map(entries.map((entry) => [entry.name, entry]))
  if (!parts.has(WORKBOOK) || !parts.has(CONTENT_TYPES))
    throw new BadTemplate('template.notWorkbook', { file })
  const broken = (part: string): BadTemplate => new BadTemplate('template.broken', { file, part })
  const read = new Map<string, XmlElement>()

  const bytesOf = (part: string): Buffer => {
    try {
      return parts.get(part)?.read() ?? Buffer.alloc(0)
    } catch (error) {
      if (error instanceof Unreadable) throw broken(part)
      throw error
    }
  }
  const xml = (part: string): XmlElement | null => {
    const known = read.get(part)
    if (known !== undefined) return known
    const entry = parts.get(part)
    if (entry === undefined) return null
    if (entry.size > MOST_XML) throw broken(part)
    try {
      const root = parseXml(bytesOf(part))
      read.set(part, root)
      return root
    } catch (error) {
      if (error instanceof NotXml) throw broken(part)
      throw error
    }
  }
  const opened: Package = {
    get names() {
      return [...parts.keys()]
    },
    bytes: bytesOf,
    xml,
    isRead: (part) => read.has(part),
    remove: (part) => void (parts.delete(part), read.delete(part)),
    relations(part) {
      const at = part.lastIndexOf('/') + 1
      const root = xml(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`)
      return root === null
        ? []
        : elementsOf(root, 'Relationship').map((element) => ({
            element,
            id: attributeOf(element, 'Id') ?? '',
            type: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
            target:
              attributeOf(element, 'TargetMode') === 'External'
                ? ''
                : resolved(part.slice(0, at), attributeOf(element, 'Target') ?? ''),
          }))
    },
  }
  refusePrograms(file, opened)
  return opened
}

function entriesOf(file: string, bytes: Buffer) {
  try {
    const entries = readZip(file, bytes, MOST_UNPACKED).filter(({ name }) => !name.endsWith('/'))
    if (entries.length > MOST_PARTS) throw new BadTemplate('importFile.bomb', { file })
    return entries
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    if (error.error.code === 'importFile.bomb') throw new BadTemplate('importFile.bomb', { file })
    if (error.error.code === 'importFile.protected') throw new BadTemplate('template.protected', { file })
    throw new BadTemplate('template.notWorkbook', { file })
  }
}

/** A workbook of ours never runs anything, also not what somebody else put into the template. */
function refusePrograms(file: string, opened: Package): void {
  const types = opened.xml(CONTENT_TYPES)
  const said = types === null ? [] : elementsOf(types).map((type) => attributeOf(type, 'ContentType') ?? '')
  const programs =
    said.some((type) => /macroEnabled|vbaProject|activeX/i.test(type)) ||
    opened.names.some((name) => /vbaProject|\/activeX\/|\/macrosheets\//i.test(name))
  if (programs) throw new BadTemplate('template.macros', { file })
}

/** Where a relation's target lies in the package. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
