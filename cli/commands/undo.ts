// `daybook undo`: takes a change back, by the same rules as the window. What is large shows how far it is, and Ctrl+C leaves it as it was.
import type { NamedChange, UndoProgress } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { nounsEn } from '../../shared/text/nouns.en.ts'
import type { Outcome } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { dateAndTime } from '../words.ts'

const LISTED = 20
const NAMED = 3

export async function undo(
  session: Session,
  id: Id | undefined,
  { dryRun = false }: { dryRun?: boolean },
): Promise<Outcome> {
  const change = await theChange(session, id)
  const { commitId } = change
  const zone = await session.zone()
  const stop = follow(session, commitId)
  try {
    const reply = await session.app.invoke(dryRun ? 'change.tryUndo' : 'change.undo', { commitId })
    if (!reply.ok) throw new Refusal(reply.error)
    return {
      value: { dryRun, ...change, ...(reply.commitId === undefined ? {} : { undoneBy: reply.commitId }) },
      text: dryRun
        ? `A dry run, nothing was changed. Would undo: ${said(change, zone)}.`
        : `Undone: ${said(change, zone)}.`,
    }
  } finally {
    stop()
  }
}

export async function listUndoable(session: Session): Promise<Outcome> {
  await session.setUp()
  const { changes } = await session.ask('change.own', { limit: LISTED })
  const zone = await session.zone()
  if (changes.length === 0) return { value: { changes }, text: 'There is nothing to undo.' }
  const lines = changes.map((change) => [
    change.commitId,
    dateAndTime(change.at, zone),
    change.command,
    about(change),
    change.undoable ? '' : 'cannot be undone',
  ])
  const columns = ['ID', 'Done', 'What', 'About', ''].map((title) => ({ title }))
  return { value: { changes }, text: table(columns, lines) }
}

async function theChange(session: Session, id: Id | undefined): Promise<NamedChange> {
  await session.setUp()
  if (id !== undefined) return session.ask('change.get', { commitId: id })
  const { changes } = await session.ask('change.own', { limit: 1 })
  const [last] = changes
  if (last === undefined) throw new Refusal({ code: 'undo.nothing' })
  return last
}

const said = (change: NamedChange, zone: string): string =>
  [`${change.command} of ${dateAndTime(change.at, zone)}`, about(change)]
    .filter((part) => part !== '')
    .join(', ')

/** By its names: `customer Acme, user Ana and 3,210 more`. */
function about({ subjects, touched }: NamedChange): string {
  const own = subjects.filter(({ follows }) => !follows)
  const names = (own.length > 0 ? own : subjects).map(({ entity, name }) => {
    const noun = nounsEn[entity as keyof typeof nounsEn].one
    return name === null ? noun : `${noun} ${oneLine(name, 40)}`
  })
  const first = [...new Set(names)].slice(0, NAMED)
  const rest = touched - (subjects.length - own.length) - first.length
  return rest > 0 && names.length > first.length ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}

/** Shows how far it is where somebody looks, and cancels on Ctrl+C. */
function follow(session: Session, commitId: Id): () => void {
  const unsubscribe = session.app.subscribe((event) => {
    if (event.type === 'undo' && event.progress !== null) show(event.progress)
  })
  const cancel = (): void => void session.app.invoke('change.cancelUndo', { commitId })
  process.on('SIGINT', cancel)
  return () => {
    unsubscribe()
    process.off('SIGINT', cancel)
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  }
}

function show({ done, total }: UndoProgress): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\rUndoing ${Math.floor((100 * done) / total)} % … (Ctrl+C cancels) `)
}
