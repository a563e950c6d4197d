// `daybook tag` and `daybook tags`: the organisation's tags are listed, made and deleted.
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'

export async function tags(session: Session): Promise<Outcome> {
  await session.setUp()
  const rows = await session.ask('tag.list', {})
  const lines = rows.map(({ name, colour, active }) => [name, colour, active ? 'active' : 'inactive'])
  const columns = [{ title: 'Name' }, { title: 'Colour' }, { title: 'State' }]
  return { value: { tags: rows }, text: rows.length === 0 ? 'No tags.' : table(columns, lines) }
}

export async function addTag(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const { tagId } = await session.ask('tag.add', { name })
  return { value: { tagId }, text: `Added the tag ${name.trim()}.` }
}

export async function removeTag(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const tagId = await idOfName(session, 'tag', name, null)
  await session.ask('tag.remove', { tagId })
  return { value: { tagId }, text: `Deleted the tag ${name.trim()}; time that has it keeps it.` }
}
