// Finds the case that is meant by its number, with or without "CASE-", or by its subject; else refused with the nearest.
import type { CaseFilter, CaseRow } from '../shared/contract/case.ts'
import { CASE_PREFIX } from '../shared/entities/case.ts'
import type { Id } from '../shared/entities/entity.ts'
import { nearestNames, theOneCalled } from './names.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const PAGE = 500

/** `customerId` null: anybody's; a number means what it means. Throws Refusal (name.unknown, name.ambiguous). */
export async function caseCalled(
  session: Session,
  text: string,
  customerId: Id | null = null,
): Promise<CaseRow> {
  const name = text.trim()
  const code = /^#?\d+$/.test(name) ? `${CASE_PREFIX}-${name.replace('#', '')}` : name
  const found = await allCases(session, { search: code.slice(0, 200) })
  const byCode = found.find((one) => one.code.toLowerCase() === code.toLowerCase())
  if (byCode !== undefined) return byCode
  const ofCustomer = ({ customerId: owner }: CaseRow): boolean => customerId === null || owner === customerId
  const called = theOneCalled(found.filter(ofCustomer), name)
  if (called !== null) return called
  const near = (await allCases(session, { status: 'unclosed' })).filter(ofCustomer)
  const codes = new Map(near.flatMap((one) => [[one.name, one.code] as const, [one.code, one.code] as const]))
  const nearest = [...new Set(nearestNames(code, [...codes.keys()]).map((one) => codes.get(one) ?? one))]
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name, kind: 'case' }, nearest } },
    'Cases are listed by “daybook case list”.',
  )
}

/** Every case, page by page. */
export async function allCases(session: Session, filter: CaseFilter): Promise<CaseRow[]> {
  const rows: CaseRow[] = []
  for (;;) {
    const page = await session.ask('case.list', { ...filter, offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}
