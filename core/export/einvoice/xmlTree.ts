// A tree of XML as data, and its text: what is empty is left out, and everything is escaped in one place.

export type XmlNode = {
  name: string
  attributes: Readonly<Record<string, string>>
  content: string | readonly XmlNode[]
}
/** What may stand in a list of children: nothing stands for what is not said. */
export type XmlChild = XmlNode | null | readonly XmlChild[]

const flat = (children: readonly XmlChild[]): XmlNode[] =>
  children.flatMap((child): XmlNode[] => (child === null ? [] : 'name' in child ? [child] : flat(child)))

/** An element with others in it; null where none of them says anything. */
export function group(
  name: string,
  children: readonly XmlChild[],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode | null {
  const content = flat(children)
  return content.length === 0 ? null : { name, attributes, content }
}

/** An element with a text; null where the text is empty. */
export const text = (
  name: string,
  value: string | null,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode | null =>
  value === null || value.trim() === '' ? null : { name, attributes, content: value.trim() }

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: string): string =>
  value
    // Stored texts are clean of what XML cannot hold; a line break within an element is a blank.
    .replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)

function written({ name, attributes, content }: XmlNode, indent: string): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const open = `${indent}<${name}${said.join('')}>`
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>\n`
  return `${open}\n${content.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

export const xmlText = (root: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
