// One sheet of a template: its named cells get their values, its rows that are repeated get their lines, and what stands below them
// moves down.
import { TEMPLATE_PREFIX, rowsOf } from '../../../shared/contract/template.ts'
import type { PlaceKind, TemplateKind } from '../../../shared/contract/template.ts'
import { closest } from 'fastest-levenshtein'
import { cellText } from '../workbook/cellText.ts'
import type { PlaceValue, TemplateLine, TemplateLines } from './facts/facts.ts'
import type { Formats } from './formats.ts'
import { BadTemplate } from './openTemplate.ts'
import type { Band } from './places.ts'
import type { Area, Insertions } from './references.ts'
import { areaOf, cellName, copyDown, movedRow, moveReferences, sheetKey } from './references.ts'
import type { XmlElement, XmlNode } from './xmlTree.ts'
import {
  attributeOf,
  childOf,
  elementLike,
  elementsOf,
  localName,
  textOf,
  within,
  xmlText,
} from './xmlTree.ts'

export type SheetFilling = {
  kind: TemplateKind
  sheet: string
  insertions: Insertions
  bands: readonly Band[]
  /** By the band's name. */
  lines: Readonly<Record<string, TemplateLines>>
  values: readonly { row: number; column: number; kind: PlaceKind; value: PlaceValue }[]
  formats: Formats
  /** The texts that cells refer to by number. */
  texts: readonly string[]
  /** Days that its calendar begins later than that of most. */
  dateOffset: number
  onLine(): void
}

/** `root`: the sheet's XML, which is changed. */
export function fillSheet(root: XmlElement, filling: SheetFilling): void {
  const data = childOf(root, 'sheetData')
  if (data === undefined) return
  const rows = numberedRows(data)
  unshareFormulas(rows)
  for (const { row, column, kind, value } of filling.values)
    setCell(cellAt(data, rows, row, column), kind, value, filling)
  const bands = filling.bands.toSorted((one, other) => one.area.first.row - other.area.first.row)
  // What is repeated is taken before anything moves.
  const patterns = bands.map((band) => patternOf(band, rows, filling))
  moveAround(root, data, filling, patterns)
  for (const row of rows.values()) moveRow(row, filling, patterns)
  const later = patterns.map((pattern) => linesLater(pattern, rows, data, filling))
  data.children = inOrder(rows, patterns, later)
}

type Rows = Map<number, XmlElement>

/** Rows and cells may leave out where they stand, where that follows from those before. */
function numberedRows(data: XmlElement): Rows {
  const rows: Rows = new Map()
  let before = 0
  for (const row of elementsOf(data, 'row')) {
    const number = Number(attributeOf(row, 'r') ?? before + 1)
    row.attributes.r = String(number)
    before = number
    let column = 0
    for (const cell of elementsOf(row, 'c')) {
      column = areaOf(attributeOf(cell, 'r') ?? '')?.first.column ?? column + 1
      cell.attributes.r = cellName({ row: number, column })
    }
    rows.set(number, row)
  }
  return rows
}

const columnOf = (cell: XmlElement): number => areaOf(cell.attributes.r ?? '')?.first.column ?? 0
const rowOf = (cell: XmlElement): number => areaOf(cell.attributes.r ?? '')?.first.row ?? 0

/** A formula that is written once for many cells is written out, as those cells may part. */
function unshareFormulas(rows: Rows): void {
  const shared = new Map<string, { formula: string; row: number; column: number }>()
  for (const row of rows.values())
    for (const cell of elementsOf(row, 'c')) {
      const formula = childOf(cell, 'f')
      if (formula === undefined || attributeOf(formula, 't') !== 'shared') continue
      const index = attributeOf(formula, 'si') ?? ''
      const here = { row: rowOf(cell), column: columnOf(cell) }
      const text = textOf(formula)
      if (text !== '') shared.set(index, { formula: text, ...here })
      const first = shared.get(index)
      if (first !== undefined)
        formula.children = [copyDown(first.formula, here.row - first.row, here.column - first.column)]
      formula.attributes = {}
    }
}

function cellAt(data: XmlElement, rows: Rows, row: number, column: number): XmlElement {
  let element = rows.get(row)
  if (element === undefined) {
    element = elementLike(data, 'row', { r: String(row) })
    rows.set(row, element)
  }
  const cells = elementsOf(element, 'c')
  const found = cells.find((cell) => columnOf(cell) === column)
  if (found !== undefined) return found
  const cell = elementLike(element, 'c', { r: cellName({ row, column }) })
  const after = cells.find((each) => columnOf(each) > column)
  element.children.splice(
    after === undefined ? element.children.length : element.children.indexOf(after),
    0,
    cell,
  )
  return cell
}

const DAYS: ReadonlySet<PlaceKind> = new Set(['date', 'month', 'time'])

/** Text is written as text, whatever it begins with. */
function setCell(
  cell: XmlElement,
  kind: PlaceKind,
  value: PlaceValue,
  { formats, dateOffset }: SheetFilling,
): void {
  const { r = '', s } = cell.attributes
  const style = typeof value === 'number' ? formats(s, kind) : s
  cell.attributes = { r, ...(style === undefined ? {} : { s: style }) }
  cell.children = []
  if (typeof value === 'number') {
    const number = DAYS.has(kind) ? value - dateOffset : value
    cell.children = [elementLike(cell, 'v', {}, [String(number)])]
  } else if (value !== null && value !== '') {
    cell.attributes.t = 'inlineStr'
    const text = elementLike(cell, 't', { 'xml:space': 'preserve' }, [cellText(value)])
    cell.children = [elementLike(cell, 'is', {}, [text])]
  }
}

/** What each line of a band repeats. */
type Pattern = {
  band: Band
  count: number
  /** Cells that lie within the band, in its first row. */
  cells: {
    column: number
    element: XmlElement
    field: { name: string; kind: PlaceKind } | null
    formula: string | null
  }[]
  /** Of the row itself: its height and the like. */
  row: Record<string, string>
}

const isIn = ({ first, last }: Area, row: number, column: number): boolean =>
  row >= first.row && row <= last.row && column >= first.column && column <= last.column

function patternOf(band: Band, rows: Rows, filling: SheetFilling): Pattern {
  const { area, name } = band
  const fields = rowsOf(filling.kind)[name] ?? {}
  const row = rows.get(area.first.row)
  const cells = (row === undefined ? [] : elementsOf(row, 'c'))
    .filter((cell) => isIn(area, area.first.row, columnOf(cell)))
    .map((element) => {
      const formula = childOf(element, 'f')
      return {
        element,
        column: columnOf(element),
        field: formula === undefined ? fieldIn(shownText(element, filling.texts), name, fields) : null,
        formula: formula === undefined ? null : textOf(formula),
      }
    })
  if (!cells.some(({ field }) => field !== null))
    throw new BadTemplate('template.noFields', {
      name: TEMPLATE_PREFIX + name,
      field: `{${Object.keys(fields)[0] ?? ''}}`,
    })
  return { band, count: filling.lines[name]?.count ?? 0, cells, row: { ...row?.attributes } }
}

function fieldIn(
  text: string,
  table: string,
  fields: Readonly<Record<string, PlaceKind>>,
): { name: string; kind: PlaceKind } | null {
  const name = /^\s*\{\s*([^{}]+?)\s*\}\s*$/.exec(text)?.[1]?.toLowerCase()
  if (name === undefined) return null
  const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (kind === undefined)
    throw new BadTemplate('template.unknownField', {
      name: TEMPLATE_PREFIX + table,
      field: `{${name.slice(0, 60)}}`,
      nearest: `{${closest(name.slice(0, 60), Object.keys(fields))}}`,
    })
  return { name, kind }
}

function shownText(cell: XmlElement, texts: readonly string[]): string {
  const type = attributeOf(cell, 't')
  if (type === 's') return texts[Number(textOf(childOf(cell, 'v') ?? cell))] ?? ''
  if (type === 'inlineStr') return textOf(childOf(cell, 'is') ?? cell)
  return type === 'str' ? textOf(childOf(cell, 'v') ?? cell) : ''
}

/** A row that stays one row: its cells and formulas where they are now, its lines filled in afterwards. */
function moveRow(row: XmlElement, filling: SheetFilling, patterns: readonly Pattern[]): void {
  const { insertions, sheet } = filling
  const put = insertions.get(sheetKey(sheet)) ?? []
  const was = Number(row.attributes.r)
  const now = movedRow(put, was)
  row.attributes.r = String(now)
  for (const cell of elementsOf(row, 'c')) {
    const column = columnOf(cell)
    cell.attributes.r = cellName({ row: now, column })
    const formula = childOf(cell, 'f')
    if (formula === undefined) continue
    const own = patterns.some(({ band }) => isIn(band.area, was, column))
    formula.children = [
      moveReferences(textOf(formula), { insertions, sheet, grow: own ? 'fixed' : 'always' }),
    ]
    moveRanges(formula, filling)
    forgetResult(cell)
  }
}

/** What a formula came to before says nothing any more. */
function forgetResult(cell: XmlElement): void {
  cell.children = cell.children.filter(
    (child) => typeof child === 'string' || 'later' in child || localName(child.name) !== 'v',
  )
  delete cell.attributes.t
}

const RANGES = new Set(['ref', 'sqref', 'topLeftCell', 'activeCell', 'r1', 'r2'])

/** What holds for a single cell of the row that is repeated holds for all of its lines. */
const SPREADS = new Set(['conditionalFormatting', 'dataValidation'])

function moveRanges(element: XmlElement, { insertions, sheet }: SheetFilling): void {
  const single = SPREADS.has(localName(element.name))
  for (const [name, value] of Object.entries(element.attributes))
    if (RANGES.has(localName(name)))
      element.attributes[name] = value
        .split(' ')
        .map((range) => moveReferences(range, { insertions, sheet, single }))
        .join(' ')
}

const FORMULAS = new Set(['formula', 'formula1', 'formula2', 'f', 'sqref'])

/** All of the sheet that refers to its rows from outside of them. */
function moveAround(
  root: XmlElement,
  data: XmlElement,
  filling: SheetFilling,
  patterns: readonly Pattern[],
): void {
  const { insertions, sheet } = filling
  const put = insertions.get(sheetKey(sheet)) ?? []
  for (const child of elementsOf(root)) {
    if (child === data) continue
    const local = localName(child.name)
    if (local === 'mergeCells') {
      moveMerged(child, filling, patterns)
      continue
    }
    if (local === 'rowBreaks')
      for (const each of elementsOf(child, 'brk'))
        each.attributes.id = String(movedRow(put, Number(attributeOf(each, 'id') ?? 0) + 1) - 1)
    moveRanges(child, filling)
    for (const each of within(child)) {
      moveRanges(each, filling)
      if (!FORMULAS.has(localName(each.name)) || elementsOf(each).length > 0) continue
      const single = localName(each.name) === 'sqref'
      const texts = single ? textOf(each).split(' ') : [textOf(each)]
      each.children = [texts.map((text) => moveReferences(text, { insertions, sheet, single })).join(' ')]
    }
  }
}

/** Cells joined within the row that is repeated are joined in each of its lines; others never grow. */
function moveMerged(
  list: XmlElement,
  { insertions, sheet }: SheetFilling,
  patterns: readonly Pattern[],
): void {
  const put = insertions.get(sheetKey(sheet)) ?? []
  list.children = elementsOf(list, 'mergeCell').flatMap((element) => {
    const area = areaOf(attributeOf(element, 'ref') ?? '')
    if (area === null) return [element]
    const { first, last } = area
    const at = (row: number, end: number): XmlElement =>
      elementLike(list, 'mergeCell', {
        ref: `${cellName({ ...first, row })}:${cellName({ ...last, row: end })}`,
      })
    const pattern = patterns.find(
      ({ band }) => isIn(band.area, first.row, first.column) && isIn(band.area, last.row, last.column),
    )
    const start = movedRow(put, first.row)
    if (pattern === undefined) return [at(start, movedRow(put, last.row))]
    if (first.row !== last.row) return [at(start, start + last.row - first.row)]
    if (first.row !== pattern.band.area.first.row) return []
    const lines = Math.max(pattern.count, heightOf(pattern.band))
    return Array.from({ length: lines }, (_, line) => at(start + line, start + line))
  })
  list.attributes.count = String(list.children.length)
}

const heightOf = ({ area }: Band): number => area.last.row - area.first.row + 1

/** The rows of a band, made one after the other while they are written. */
function linesLater(pattern: Pattern, rows: Rows, data: XmlElement, filling: SheetFilling): XmlNode {
  const { band, count } = pattern
  const { area } = band
  const put = filling.insertions.get(sheetKey(filling.sheet)) ?? []
  const start = movedRow(put, area.first.row)
  // With the references as they are after everything has moved.
  const repeated = pattern.cells.map((cell) => ({
    ...cell,
    formula: cell.formula === null ? null : textOf(childOf(cell.element, 'f') ?? cell.element),
  }))
  const prepared = Array.from({ length: heightOf(band) }, (_, index) => rows.get(area.first.row + index))
  for (let row = area.first.row; row <= area.last.row; row += 1) rows.delete(row)
  return {
    *later() {
      const lines = filling.lines[band.name]?.lines()[Symbol.iterator]()
      for (let index = 0; index < Math.max(count, prepared.length); index += 1) {
        const line = index < count ? lines?.next() : undefined
        const row = start + index
        yield xmlText(
          lineRow(
            data,
            prepared[index],
            { pattern, repeated },
            line?.done === false ? line.value : null,
            row,
            filling,
          ),
        )
        if (line?.done === false) filling.onLine()
      }
    },
  }
}

type Repeated = { pattern: Pattern; repeated: Pattern['cells'] }

function lineRow(
  data: XmlElement,
  prepared: XmlElement | undefined,
  { pattern, repeated }: Repeated,
  line: TemplateLine | null,
  row: number,
  filling: SheetFilling,
): XmlElement {
  const { area } = pattern.band
  const own = prepared === undefined ? [] : elementsOf(prepared, 'c')
  const outside = own.filter(
    (cell) => columnOf(cell) < area.first.column || columnOf(cell) > area.last.column,
  )
  const inside = repeated.map(({ column, element, field, formula }) => {
    // A row that was there keeps how it looks.
    const style = own.find((cell) => columnOf(cell) === column)?.attributes.s ?? element.attributes.s
    const cell = elementLike(element, 'c', {
      r: cellName({ row, column }),
      ...(style === undefined ? {} : { s: style }),
    })
    if (line === null) return cell
    if (field !== null) setCell(cell, field.kind, line[field.name] ?? null, filling)
    else if (formula !== null) {
      const down = row - startOf(pattern, filling)
      const [was] = elementsOf(element, 'f')
      const attributes = { ...was?.attributes }
      for (const [name, value] of Object.entries(attributes))
        if (RANGES.has(name)) attributes[name] = copyDown(value, down)
      cell.children = [elementLike(element, 'f', attributes, [copyDown(formula, down)])]
    } else {
      const type = attributeOf(element, 't')
      if (type !== undefined) cell.attributes.t = type
      cell.children = element.children
    }
    return cell
  })
  const filled = new Set(repeated.map(({ column }) => column))
  const blank = own.filter((cell) => !outside.includes(cell) && !filled.has(columnOf(cell)))
  const cells = [...outside, ...inside, ...blank].toSorted((one, other) => columnOf(one) - columnOf(other))
  const { spans: _, ...attributes } = prepared?.attributes ?? pattern.row
  return elementLike(data, 'row', { ...attributes, r: String(row) }, cells)
}

const startOf = ({ band }: Pattern, { insertions, sheet }: SheetFilling): number =>
  movedRow(insertions.get(sheetKey(sheet)) ?? [], band.area.first.row)

/** By where they stand: the rows that stayed one, and the lines of each band at their place. */
function inOrder(rows: Rows, patterns: readonly Pattern[], later: readonly XmlNode[]): XmlNode[] {
  const places: [number, XmlNode][] = [...rows]
  for (const [index, { band }] of patterns.entries()) {
    const lines = later[index]
    if (lines !== undefined) places.push([band.area.first.row, lines])
  }
  return places.toSorted(([one], [other]) => one - other).map(([, node]) => node)
}
