// What lies beside the cells and refers to rows that moved: names, tables, charts, pictures, comments and pivot tables.
import { WORKBOOK } from './openTemplate.ts'
import type { Package } from './openTemplate.ts'
import type { SheetPart } from './places.ts'
import type { Inserted, Insertions } from './references.ts'
import { movedRow, moveReferences, sheetKey } from './references.ts'
import type { XmlElement } from './xmlTree.ts'
import { attributeOf, childOf, elementsOf, localName, textOf, within } from './xmlTree.ts'

export function moveBesides(opened: Package, sheets: readonly SheetPart[], insertions: Insertions): void {
  moveNames(opened, sheets, insertions)
  for (const { name, part } of sheets) {
    const rows = insertions.get(sheetKey(name)) ?? []
    for (const { type, target } of opened.relations(part)) {
      if (type === 'drawing') moveDrawing(opened, target, name, { rows, insertions })
      if (rows.length === 0) continue
      if (type === 'table') moveTable(opened.xml(target), name, insertions)
      if (type === 'comments' || type === 'threadedComment')
        moveComments(opened.xml(target), name, insertions)
      if (type === 'vmlDrawing') moveBoxes(opened.xml(target), rows)
    }
  }
  for (const part of opened.names)
    if (/^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/.test(part)) movePivot(opened.xml(part), insertions)
}

function moveNames(opened: Package, sheets: readonly SheetPart[], insertions: Insertions): void {
  const workbook = opened.xml(WORKBOOK)
  const list = workbook === null ? undefined : childOf(workbook, 'definedNames')
  if (list === undefined) return
  for (const name of elementsOf(list, 'definedName')) {
    const sheet = sheets[Number(attributeOf(name, 'localSheetId') ?? -1)]?.name ?? ''
    name.children = [moveReferences(textOf(name), { insertions, sheet })]
  }
}

const FORMULAS = new Set(['calculatedColumnFormula', 'totalsRowFormula'])

function moveTable(table: XmlElement | null, sheet: string, insertions: Insertions): void {
  if (table === null) return
  for (const each of [table, ...within(table)]) {
    if (each.attributes.ref !== undefined)
      each.attributes.ref = moveReferences(each.attributes.ref, { insertions, sheet })
    if (FORMULAS.has(localName(each.name)))
      each.children = [moveReferences(textOf(each), { insertions, sheet, grow: 'fixed' })]
  }
}

type Moved = { rows: readonly Inserted[]; insertions: Insertions }

/** Where it is anchored moves; its size stays. */
function moveDrawing(opened: Package, part: string, sheet: string, { rows, insertions }: Moved): void {
  const drawing = opened.xml(part)
  if (drawing === null) return
  for (const anchor of elementsOf(drawing)) {
    const [from, to] = ['from', 'to'].map((end) => {
      const place = childOf(anchor, end)
      return place === undefined ? undefined : childOf(place, 'row')
    })
    // Counted from 0.
    const was = Number(from === undefined ? 0 : textOf(from))
    const by = movedRow(rows, was + 1) - 1 - was
    for (const end of [from, to])
      if (end !== undefined && by > 0) end.children = [String(Number(textOf(end)) + by)]
  }
  for (const { type, target } of opened.relations(part))
    if (/^chart(Ex)?$/i.test(type)) moveChart(opened.xml(target), sheet, insertions)
}

/** Its series take in all lines; the figures that it had kept are of the template. */
function moveChart(chart: XmlElement | null, sheet: string, insertions: Insertions): void {
  if (chart === null) return
  for (const each of within(chart)) {
    const formula = childOf(each, 'f')
    if (formula === undefined || elementsOf(formula).length > 0) continue
    formula.children = [moveReferences(textOf(formula), { insertions, sheet, single: true })]
    each.children = each.children.filter(
      (child) =>
        typeof child === 'string' ||
        'later' in child ||
        !/^(num|str|multiLvlStr)Cache$/.test(localName(child.name)),
    )
  }
}

function moveComments(comments: XmlElement | null, sheet: string, insertions: Insertions): void {
  if (comments === null) return
  for (const each of within(comments))
    if (each.attributes.ref !== undefined)
      each.attributes.ref = moveReferences(each.attributes.ref, { insertions, sheet })
}

/** Of comments as older Excel draws them. */
function moveBoxes(drawing: XmlElement | null, rows: readonly Inserted[]): void {
  if (drawing === null) return
  for (const each of within(drawing, 'Row'))
    each.children = [String(movedRow(rows, Number(textOf(each)) + 1) - 1)]
}

/** It counts anew when it is opened. */
function movePivot(cache: XmlElement | null, insertions: Insertions): void {
  if (cache === null) return
  cache.attributes.refreshOnLoad = '1'
  for (const each of within(cache, 'worksheetSource')) {
    const sheet = attributeOf(each, 'sheet')
    if (sheet !== undefined && each.attributes.ref !== undefined)
      each.attributes.ref = moveReferences(each.attributes.ref, { insertions, sheet })
  }
}
