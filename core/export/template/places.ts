// Where a template is to be filled: the cells and rows that its names and tables mark.
import { closest } from 'fastest-levenshtein'
import { placesOf, rowsOf, TEMPLATE_PREFIX } from '../../../shared/contract/template.ts'
import type { TemplateKind } from '../../../shared/contract/template.ts'
import { BadTemplate, WORKBOOK } from './openTemplate.ts'
import type { Package } from './openTemplate.ts'
import type { Area, CellPlace } from './references.ts'
import { areaOf, placeOf, sheetKey } from './references.ts'
import { attributeOf, childOf, elementsOf, textOf } from './xmlTree.ts'

export type SheetPart = { name: string; part: string }
/** A cell that is given one value. */
export type ValuePlace = { name: string; sheet: string; at: CellPlace }
/** Rows that are filled line by line, the first of which says with what. */
export type Band = { name: string; sheet: string; area: Area }
export type Places = { sheets: SheetPart[]; values: ValuePlace[]; bands: Band[] }

/** Throws BadTemplate: for names that nobody knows, that lead nowhere, or that are not there at all. */
export function findPlaces(file: string, opened: Package, kind: TemplateKind): Places {
  const sheets = sheetsOf(opened)
  const values: ValuePlace[] = []
  const bands: Band[] = []
  for (const { name, text } of namesOf(opened)) {
    const known = name.toLowerCase().slice(TEMPLATE_PREFIX.length)
    const isRows = Object.hasOwn(rowsOf(kind), known)
    if (!isRows && !Object.hasOwn(placesOf(kind), known)) throw unknownName(name, kind)
    const place = placeOf(text)
    const sheet = sheets.find((each) => place !== null && sheetKey(each.name) === sheetKey(place.sheet))
    if (place === null || sheet === undefined) throw new BadTemplate('template.nowhere', { name })
    if (isRows) bands.push({ name: known, sheet: sheet.name, area: place.area })
    else values.push({ name: known, sheet: sheet.name, at: place.area.first })
  }
  for (const sheet of sheets) bands.push(...tablesOf(opened, sheet, kind))
  if (values.length === 0 && bands.length === 0) throw new BadTemplate('template.noNames', { file })
  refuseBesideEachOther(bands)
  return { sheets, values, bands }
}

/** The first rows of a table hold its headings, the last may hold its totals; between them stand its lines. */
function tablesOf(opened: Package, { name: sheet, part }: SheetPart, kind: TemplateKind): Band[] {
  return opened.relations(part).flatMap(({ type, target }) => {
    const table = type === 'table' ? opened.xml(target) : null
    if (table === null) return []
    const name = attributeOf(table, 'displayName') ?? attributeOf(table, 'name') ?? ''
    if (!isOurs(name)) return []
    const known = name.toLowerCase().slice(TEMPLATE_PREFIX.length)
    if (!Object.hasOwn(rowsOf(kind), known)) throw unknownName(name, kind)
    const area = areaOf(attributeOf(table, 'ref') ?? '')
    if (area === null) throw new BadTemplate('template.nowhere', { name })
    const first = area.first.row + Number(attributeOf(table, 'headerRowCount') ?? 1)
    const last = area.last.row - Number(attributeOf(table, 'totalsRowCount') ?? 0)
    if (!(last >= first)) throw new BadTemplate('template.nowhere', { name })
    return [
      {
        name: known,
        sheet,
        area: { first: { ...area.first, row: first }, last: { ...area.last, row: last } },
      },
    ]
  })
}

const isOurs = (name: string): boolean => name.toLowerCase().startsWith(TEMPLATE_PREFIX)

function unknownName(name: string, kind: TemplateKind): BadTemplate {
  const known = [...Object.keys(placesOf(kind)), ...Object.keys(rowsOf(kind))]
  const nearest = closest(
    name.toLowerCase(),
    known.map((each) => TEMPLATE_PREFIX + each),
  )
  return new BadTemplate('template.unknownName', { name, nearest })
}

function sheetsOf(opened: Package): SheetPart[] {
  const workbook = opened.xml(WORKBOOK)
  const list = workbook === null ? undefined : childOf(workbook, 'sheets')
  const relations = new Map(opened.relations(WORKBOOK).map((relation) => [relation.id, relation]))
  return list === undefined
    ? []
    : elementsOf(list, 'sheet').flatMap((sheet) => {
        const relation = relations.get(sheet.attributes['r:id'] ?? attributeOf(sheet, 'id') ?? '')
        // Others are sheets of a chart alone.
        return relation?.type === 'worksheet'
          ? [{ name: attributeOf(sheet, 'name') ?? '', part: relation.target }]
          : []
      })
}

function namesOf(opened: Package): { name: string; text: string }[] {
  const workbook = opened.xml(WORKBOOK)
  const list = workbook === null ? undefined : childOf(workbook, 'definedNames')
  return list === undefined
    ? []
    : elementsOf(list, 'definedName')
        .map((each) => ({ name: attributeOf(each, 'name') ?? '', text: textOf(each) }))
        .filter(({ name }) => isOurs(name))
}

/** Rows are put in across the whole sheet, which two lists in the same rows would both want. */
function refuseBesideEachOther(bands: readonly Band[]): void {
  for (const [index, one] of bands.entries())
    for (const other of bands.slice(index + 1))
      if (
        sheetKey(one.sheet) === sheetKey(other.sheet) &&
        one.area.first.row <= other.area.last.row &&
        other.area.first.row <= one.area.last.row
      )
        throw new BadTemplate('template.sideBySide', {
          name: TEMPLATE_PREFIX + one.name,
          other: TEMPLATE_PREFIX + other.name,
        })
}
