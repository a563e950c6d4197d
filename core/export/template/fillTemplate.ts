// A person's own workbook, filled: the parts of its package that hold places, and what refers to rows that moved, are changed; everything
// else, like its charts, pictures and styles, goes through as it is. exceljs would write only what it knows itself, and no charts.
import { PassThrough } from 'node:stream'
import type { Readable } from 'node:stream'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { MOST_TEMPLATE_LINES, placesOf, TEMPLATE_PREFIX } from '../../../shared/contract/template.ts'
import { createZip } from '../workbook/zip.ts'
import type { Template } from './template.ts'
import type { TemplateFacts } from './facts/facts.ts'
import { fillSheet } from './fillSheet.ts'
import { createFormats } from './formats.ts'
import { BadTemplate, CONTENT_TYPES, openTemplate, WORKBOOK } from './openTemplate.ts'
import type { Package } from './openTemplate.ts'
import { moveBesides } from './moveBesides.ts'
import type { Places } from './places.ts'
import { findPlaces } from './places.ts'
import type { Inserted, Insertions } from './references.ts'
import { sheetKey } from './references.ts'
import { attributeOf, childOf, elementLike, elementsOf, textOf, within, writeXml } from './xmlTree.ts'

type Watch = { signal: AbortSignal; onRow(done: number): void }

const STYLES = 'xl/styles.xml'

/** Text of XML that is handed over at once. */
const PIECE = 64 * 1024

export function fillTemplate(
  { name, bytes }: Template,
  facts: TemplateFacts,
  watch: Watch,
): Result<Readable, AppError> {
  let filled: Package
  try {
    filled = filledPackage(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), facts, watch)
  } catch (error) {
    if (error instanceof BadTemplate) return fail(error.error)
    throw error
  }
  const stream = new PassThrough()
  // The reader hears of what fails here, as the stream breaks off.
  write(filled, stream, watch.signal).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return ok(stream)
}

async function write(filled: Package, stream: PassThrough, signal: AbortSignal): Promise<void> {
  const zip = createZip(stream, signal)
  // Cells that are written bring styles along.
  const late = filled.names.filter((part) => part === STYLES)
  for (const part of [...filled.names.filter((each) => each !== STYLES), ...late]) {
    signal.throwIfAborted()
    const entry = zip.entry(part)
    const root = filled.isRead(part) ? filled.xml(part) : null
    if (root === null) await entry.write(filled.bytes(part))
    else {
      let text = ''
      for (const piece of writeXml(root)) {
        text += piece
        if (text.length < PIECE) continue
        await entry.write(text)
        signal.throwIfAborted()
        text = ''
      }
      await entry.write(text)
    }
    await entry.end()
  }
  await zip.finish()
}

/** Excel has no more rows. */
const LAST_ROW = 1_048_576

function filledPackage(file: string, bytes: Buffer, facts: TemplateFacts, watch: Watch): Package {
  const opened = openTemplate(file, bytes)
  const places = findPlaces(file, opened, facts.kind)
  const insertions = insertionsOf(places, facts)
  const formats = createFormats(opened.xml(STYLES), facts.currency)
  const texts = sharedTexts(opened)
  const dateOffset = beginsIn1904(opened) ? 1462 : 0
  let done = 0
  const onLine = (): void => {
    done += 1
    watch.onRow(done)
  }
  for (const { name: sheet, part } of places.sheets) {
    const root = opened.xml(part)
    if (root === null) continue
    const here = <P extends { sheet: string }>(list: readonly P[]): P[] =>
      list.filter((each) => sheetKey(each.sheet) === sheetKey(sheet))
    fillSheet(root, {
      kind: facts.kind,
      sheet,
      insertions,
      bands: here(places.bands),
      lines: facts.tables,
      values: here(places.values).map(({ name, at }) => ({
        ...at,
        kind: placesOf(facts.kind)[name] ?? 'text',
        value: facts.values[name] ?? null,
      })),
      formats,
      texts,
      dateOffset,
      onLine,
    })
  }
  moveBesides(opened, places.sheets, insertions)
  calculateWhenOpened(opened)
  // What is passed on as it is must be readable too, before anything is written.
  for (const part of opened.names) if (!opened.isRead(part)) opened.bytes(part)
  return opened
}

function insertionsOf({ bands }: Places, { tables }: TemplateFacts): Insertions {
  const insertions = new Map<string, Inserted[]>()
  for (const { name, sheet, area } of bands) {
    const count = tables[name]?.count ?? 0
    const missing = count - (area.last.row - area.first.row + 1)
    if (count > MOST_TEMPLATE_LINES || area.last.row + missing > LAST_ROW)
      throw new BadTemplate('template.tooMany', {
        name: TEMPLATE_PREFIX + name,
        count,
        most: MOST_TEMPLATE_LINES,
      })
    if (missing <= 0) continue
    const list = insertions.get(sheetKey(sheet)) ?? []
    list.push({ after: area.last.row, count: missing })
    insertions.set(sheetKey(sheet), list)
  }
  return insertions
}

function sharedTexts(opened: Package): string[] {
  const root = opened.xml('xl/sharedStrings.xml')
  return root === null
    ? []
    : elementsOf(root, 'si').map((each) => [...within(each, 't')].map(textOf).join(''))
}

function beginsIn1904(opened: Package): boolean {
  const workbook = opened.xml(WORKBOOK)
  const said = workbook === null ? undefined : childOf(workbook, 'workbookPr')
  return said !== undefined && /^(1|true)$/.test(attributeOf(said, 'date1904') ?? '')
}

/** What its formulas came to before is gone; programs calculate them anew. The order in which they did so is theirs to find again. */
function calculateWhenOpened(opened: Package): void {
  const workbook = opened.xml(WORKBOOK)
  if (workbook === null) return
  let said = childOf(workbook, 'calcPr')
  if (said === undefined) {
    said = elementLike(workbook, 'calcPr')
    const before = childOf(workbook, 'definedNames') ?? childOf(workbook, 'sheets')
    workbook.children.splice(before === undefined ? 0 : workbook.children.indexOf(before) + 1, 0, said)
  }
  said.attributes.fullCalcOnLoad = '1'
  const types = opened.xml(CONTENT_TYPES)
  for (const { type, target, element } of opened.relations(WORKBOOK)) {
    if (type !== 'calcChain') continue
    opened.remove(target)
    const relations = opened.xml('xl/_rels/workbook.xml.rels')
    if (relations !== null) relations.children = relations.children.filter((child) => child !== element)
    if (types !== null)
      types.children = types.children.filter(
        (child) =>
          typeof child === 'string' || 'later' in child || attributeOf(child, 'PartName') !== `/${target}`,
      )
  }
  // A template of Excel's own kind becomes a workbook.
  for (const type of types === null ? [] : elementsOf(types, 'Override')) {
    const { ContentType = '' } = type.attributes
    type.attributes.ContentType = ContentType.replace(
      'spreadsheetml.template.main',
      'spreadsheetml.sheet.main',
    )
  }
}
