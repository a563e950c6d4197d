// The XML of a workbook's parts as a tree that can be changed and written again, with all that nobody here knows left in it.
import { SaxesParser } from 'saxes'
import { utf8Of } from '../../imports/read/bytes.ts'
import { XML_HEAD } from '../workbook/xml.ts'

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] }
/** What is written as it is made, so that many rows never stand in memory together. */
export type XmlLater = { later(): Iterable<string> }
export type XmlNode = XmlElement | string | XmlLater

/** Deeper is nothing that a spreadsheet writes. */
const DEEPEST = 100

export class NotXml extends Error {}

export function parseXml(bytes: Buffer): XmlElement {
  const parser = new SaxesParser()
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  const inner = (): XmlElement => open.at(-1) ?? top
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new NotXml('too deep')
    const element: XmlElement = { name, attributes, children: [] }
    inner().children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void (open.length > 1 && inner().children.push(text)))
  parser.on('cdata', (text) => void inner().children.push(text))
  // No part of a workbook has one, and what it could declare is of no good.
  parser.on('doctype', () => {
    throw new NotXml('a doctype')
  })
  parser.on('error', (error) => {
    throw new NotXml(error.message)
  })
  const text = utf8Of(bytes).toString('utf8')
  for (let at = 0; at < text.length; at += 1 << 16) parser.write(text.slice(at, at + (1 << 16)))
  parser.close()
  const root = elementsOf(top)[0]
  if (root === undefined) throw new NotXml('nothing in it')
  return root
}

export function* writeXml(root: XmlElement): Generator<string> {
  yield XML_HEAD
  yield* written(root)
}

/** An element as text; none of its children may come later. */
export const xmlText = (element: XmlElement): string => [...written(element)].join('')

/** Below it every element becomes one text, so that generators are not nested to the last cell. */
const FLAT_BELOW = 2

function* written(element: XmlElement, depth = 0): Generator<string> {
  if (element.children.length === 0) return yield `${head(element)}/>`
  yield `${head(element)}>`
  for (const child of element.children) {
    if (typeof child === 'string') yield escaped(child)
    else if ('later' in child) yield* child.later()
    else if (depth < FLAT_BELOW) yield* written(child, depth + 1)
    else yield flat(child)
  }
  yield `</${element.name}>`
}

function flat(element: XmlElement): string {
  if (element.children.length === 0) return `${head(element)}/>`
  const inside = element.children.map((child) =>
    typeof child === 'string' ? escaped(child) : 'later' in child ? [...child.later()].join('') : flat(child),
  )
  return `${head(element)}>${inside.join('')}</${element.name}>`
}

function head({ name, attributes }: XmlElement): string {
  let text = `<${name}`
  for (const [attribute, value] of Object.entries(attributes))
    text += ` ${attribute}="${escaped(value, true)}"`
  return text
}

const escaped = (text: string, attribute = false): string =>
  text.replace(attribute ? /[&<>"\t\n\r]/g : /[&<>\r]/g, (character) => ENTITIES[character] ?? '')

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const elementsOf = (parent: XmlElement, local?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement =>
      typeof child === 'object' &&
      'name' in child &&
      (local === undefined || localName(child.name) === local),
  )

export const childOf = (parent: XmlElement, local: string): XmlElement | undefined =>
  elementsOf(parent, local)[0]

/** All elements of that name within. */
export function* within(parent: XmlElement, local?: string): Generator<XmlElement> {
  for (const child of elementsOf(parent)) {
    if (local === undefined || localName(child.name) === local) yield child
    yield* within(child, local)
  }
}

export const textOf = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : 'later' in child ? '' : textOf(child)))
    .join('')

/** By its name without a prefix, as r:id is written with any. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  for (const [name, value] of Object.entries(element.attributes)) if (localName(name) === local) return value
  return undefined
}

/** With the prefix that its neighbours have. */
export const elementLike = (
  neighbour: XmlElement,
  local: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement => {
  const prefix = neighbour.name.slice(0, neighbour.name.indexOf(':') + 1)
  return { name: prefix + local, attributes, children }
}
