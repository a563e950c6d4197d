// How a value is shown in a cell that says nothing of it: the template's own style, with a number format that suits the value.
import { minorDigits } from '../../../shared/base/currency.ts'
import type { PlaceKind } from '../../../shared/contract/template.ts'
import type { XmlElement } from './xmlTree.ts'
import { attributeOf, childOf, elementLike, elementsOf } from './xmlTree.ts'

/** The style to give a cell of style `index`. */
export type Formats = (index: string | undefined, kind: PlaceKind) => string | undefined

/** Formats that every program has have a number. */
const FORMATS: Record<PlaceKind, number | string | null> = {
  text: null,
  number: null,
  date: 14,
  month: 'mmmm\\ yyyy',
  time: 20,
  duration: '[h]:mm',
  hours: 2,
  money: 4,
  percent: 10,
}
/** Lower numbers are the format's own. */
const FIRST_OWN = 164

export function createFormats(styles: XmlElement | null, currency: string): Formats {
  const list = styles === null ? undefined : childOf(styles, 'cellXfs')
  if (styles === null || list === undefined) return (index) => index
  const digits = minorDigits(currency)
  const general = generalFormats(styles)
  const made = new Map<string, string>()
  const numbers = new Map<string, number>()

  const numberOf = (kind: PlaceKind): number | null => {
    const format = kind === 'money' && digits !== 2 ? moneyFormat(digits) : FORMATS[kind]
    if (typeof format !== 'string') return format
    const known = numbers.get(format)
    if (known !== undefined) return known
    const number = addFormat(styles, format)
    numbers.set(format, number)
    return number
  }
  return (index, kind) => {
    const key = `${index ?? ''} ${kind}`
    const known = made.get(key)
    if (known !== undefined) return known
    const style = elementsOf(list, 'xf')[Number(index ?? 0)]
    if (style === undefined || !general.has(attributeOf(style, 'numFmtId') ?? '0')) return index
    const number = numberOf(kind)
    if (number === null) return index
    const count = elementsOf(list, 'xf').length
    list.children.push({
      ...style,
      attributes: { ...style.attributes, numFmtId: String(number), applyNumberFormat: '1' },
    })
    list.attributes.count = String(count + 1)
    made.set(key, String(count))
    return String(count)
  }
}

/** The numbers of the format that says nothing; LibreOffice writes it as one of its own. */
function generalFormats(styles: XmlElement): Set<string> {
  const list = childOf(styles, 'numFmts')
  const own = list === undefined ? [] : elementsOf(list, 'numFmt')
  const general = own.filter((each) => /^general$/i.test(attributeOf(each, 'formatCode') ?? ''))
  return new Set(['0', ...general.map((each) => attributeOf(each, 'numFmtId') ?? '0')])
}

const moneyFormat = (digits: number): string => (digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`)

function addFormat(styles: XmlElement, formatCode: string): number {
  let list = childOf(styles, 'numFmts')
  if (list === undefined) {
    list = elementLike(styles, 'numFmts')
    // It stands before all else.
    styles.children.unshift(list)
  }
  const known = elementsOf(list, 'numFmt')
  const numFmtId =
    Math.max(FIRST_OWN - 1, ...known.map((each) => Number(attributeOf(each, 'numFmtId') ?? 0))) + 1
  list.children.push(elementLike(list, 'numFmt', { numFmtId: String(numFmtId), formatCode }))
  list.attributes.count = String(known.length + 1)
  return numFmtId
}
