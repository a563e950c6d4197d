// `daybook attention`: what the team's server refused or decided differently, and the ways out of it.
import type { AttentionView } from '../../shared/contract/team.ts'
import { errorSentence } from '../../shared/text/errorText.ts'
import type { Outcome } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime } from '../words.ts'

const about = ({ things }: AttentionView): string =>
  [...new Set(things.filter(({ follows }) => !follows).flatMap(({ name }) => name ?? []))].join(', ')

const why = ({ refusal }: AttentionView): string =>
  refusal === null ? 'It was decided differently.' : errorSentence(refusal, 'en')

export async function listAttention(session: Session): Promise<Outcome> {
  const items = await session.ask('attention.list', {})
  const zone = await session.zone()
  if (items.length === 0) return { value: { items }, text: 'Nothing needs attention.' }
  const lines = items.map((item) => [
    item.id,
    dateAndTime(item.at, zone),
    item.command,
    about(item),
    why(item),
  ])
  const columns = ['ID', 'Done', 'What', 'About', 'Why'].map((title) => ({ title }))
  return { value: { items }, text: table(columns, lines) }
}

async function theOne(session: Session, id: string): Promise<AttentionView> {
  const item = (await session.ask('attention.list', {})).find((one) => one.id === id)
  if (item === undefined) throw new Refusal({ code: 'notFound.attention' })
  return item
}

export async function showAttention(session: Session, id: string): Promise<Outcome> {
  const item = await theOne(session, id)
  const text = (value: unknown): string =>
    value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
  const lines = item.things.flatMap(({ fields }) =>
    fields.map(({ field, before, after, held }) => [field, text(before), text(after), text(held)]),
  )
  const columns = ['Field', 'Was', 'Meant', 'Holds now'].map((title) => ({ title }))
  return {
    value: item,
    text: [
      `${item.command}: ${about(item)}`,
      why(item),
      ...(lines.length === 0 ? [] : [table(columns, lines)]),
    ].join('\n'),
  }
}

const DONE = {
  retry: 'Done again.',
  keep: 'What holds now stays.',
  drop: 'What was meant is dropped.',
} as const

export async function settleAttention(
  session: Session,
  how: keyof typeof DONE,
  attentionId: string,
): Promise<Outcome> {
  const { offers, refusal } = await theOne(session, attentionId)
  await session.ask(`attention.${how}`, { attentionId })
  const text =
    how === 'retry' && offers === 'note'
      ? 'The note is added to the session that counts.'
      : how === 'drop' && refusal === null
        ? 'It is taken back.'
        : DONE[how]
  return { value: { attentionId }, text }
}
