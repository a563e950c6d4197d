// The properties of one part of a calendar, as the library reads its lines.
import { hash } from 'node:crypto'
import ICAL from 'ical.js'
import type { Block } from './blocks.ts'

export type Property = { params: Record<string, string>; type: string; values: string[] }

export interface Properties {
  first(name: string): Property | null
  all(name: string): Property[]
  text(name: string): string
}

/** Throws where a line is none. */
export function propertiesOf({ kind, lines }: Block): Properties {
  const component = ICAL.parse([`BEGIN:${kind}`, ...lines, `END:${kind}`].join('\r\n')) as unknown
  const list = Array.isArray(component) && Array.isArray(component[1]) ? (component[1] as unknown[]) : []
  const byName = new Map<string, Property[]>()
  for (const each of list) {
    if (!Array.isArray(each)) continue
    const [name, params, type, ...values] = each as unknown[]
    const read: Property = {
      params: paramsOf(params),
      type: String(type),
      values: values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String),
    }
    const known = byName.get(String(name))
    if (known === undefined) byName.set(String(name), [read])
    else known.push(read)
  }
  // What has no name is known again by what it says.
  if ((byName.get('uid')?.[0]?.values[0] ?? '') === '') {
    const said = lines.filter((line) => !/^(DTSTAMP|LAST-MODIFIED)[;:]/i.test(line))
    byName.set('uid', [{ params: {}, type: 'text', values: [`sha256:${hash('sha256', said.join('\n'))}`] }])
  }
  const all = (name: string): Property[] => byName.get(name) ?? []
  const first = (name: string): Property | null => all(name)[0] ?? null
  return { all, first, text: (name) => first(name)?.values[0] ?? '' }
}

/** A parameter of several values is read by its first. */
const paramsOf = (params: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  )
