// The rules of tags by table: colours in turn, deletion, and what of them time can be on (A25).
import { describe, expect, test } from 'vitest'
import { DEFAULT_RULES } from '../entities/rules.ts'
import { subjectKey, subjectOf } from '../entities/subject.ts'
import type { Tag } from '../entities/tag.ts'
import { Colour, colourInTurn } from '../entities/colour.ts'
import type { SubjectFacts } from './subject.ts'
import { openSubject, presentSubject, subjectRefusal } from './subject.ts'
import { newTag } from './tag.ts'

const tag = (id: string, over: Partial<Tag> = {}): Tag => ({ ...newTag(id, []), name: id, ...over })

describe('A25 colours are given in turn', () => {
  test.each([
    [[], 'blue'],
    [['blue'], 'green'],
    [['green'], 'blue'],
    [[...Colour.options], 'blue'],
    [[...Colour.options, 'blue'], 'green'],
  ] as const)('after %j comes %s', (colours, next) => {
    expect(colourInTurn(colours.map((colour) => ({ colour })))).toBe(next)
  })
})

describe('A25 what time can have', () => {
  const settings = { casesNeedProject: false, modules: [] }
  const facts = (
    ...tags: Tag[]
  ): SubjectFacts & { rules: typeof DEFAULT_RULES; settings: typeof settings } => ({
    subject: subjectOf({ tagIds: tags.map(({ id }) => id), reference: 'T-1' }),
    things: { customer: null, category: null, project: null, case: null, opportunity: null, tag: tags },
    settings,
    rules: { ...DEFAULT_RULES, requireCustomer: false, requireCategory: false },
  })
  const idle = tag('idle', { active: false })

  test.each([
    ['active tags', [tag('a'), tag('b')], null, null],
    ['an inactive one among them', [tag('a'), idle], null, 'record.inactiveTag'],
    ['an inactive one that it has already', [tag('a'), idle], ['idle'], null],
    ['an inactive one that is new beside others', [tag('a'), idle], ['a'], 'record.inactiveTag'],
  ])('%s', (_, tags, had, code) => {
    const was = had === null ? null : { subject: subjectOf({ tagIds: had }), date: '2026-03-02' }
    expect(subjectRefusal(facts(...tags), '2026-03-02', was)?.error.code ?? null).toBe(code)
  })

  test('work that goes on leaves inactive tags off, and keeps the rest and the reference', () => {
    expect(openSubject(facts(tag('a'), idle), '2026-03-02', settings)).toMatchObject({
      tagIds: ['a'],
      reference: 'T-1',
    })
  })

  test('a draft that comes back leaves deleted tags off', () => {
    const gone = tag('gone', { active: false, removed: true })
    expect(presentSubject(facts(gone, idle))).toMatchObject({ tagIds: ['idle'], reference: 'T-1' })
  })

  test('the order of tags tells no choices apart, and other tags do', () => {
    const key = (...tagIds: string[]) => subjectKey(subjectOf({ tagIds }))
    expect(key('a', 'b')).toBe(key('b', 'a'))
    expect(new Set([key(), key('a'), key('a', 'b')]).size).toBe(3)
  })
})
