// Brings in a calendar's file: reads it beside the application, says what would become of each thing in it, and does it.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type {
  ImportCounts,
  ImportDecision,
  ImportReport,
  ImportRow,
} from '../../shared/contract/calendarFile.ts'
import { IMPORT_STATES, MOST_FILE_BYTES } from '../../shared/contract/calendarFile.ts'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { importThings } from '../../shared/rules/calendarImport.ts'
import type { WritableData } from '../db/data.ts'
import { importFacts } from '../facts/calendarImport.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Ports } from '../ports.ts'
import type { QueryContext } from '../queries/query.ts'
import type { ReadRow } from './read/rows.ts'
import { readInThread } from './readThread.ts'
import type { Uploads } from '../imports/uploads.ts'

type Args = ParsedArgsOf<'calendar.import'>
type Deps = {
  ports: Pick<Ports, 'log'>
  data: WritableData
  uploads: Uploads
  /** Asks the application for the change, with all its checks. */
  run(name: 'meeting.import', args: object): Promise<Reply<unknown>>
}

export async function importFile(args: Args, ctx: QueryContext, deps: Deps): Promise<Reply<ImportReport>> {
  const { data, uploads } = deps
  const organisation = organisationOf(data)
  if (organisation === null || ctx.actor === null) return fail(appError('setup.missing'))
  const { actor } = ctx
  const bytes = await bytesOf(args, uploads, actor.userId)
  if (!bytes.ok) return bytes
  const options = { zone: organisation.zone, today: ctx.today, zones: args.zones ?? {} }
  const read = await readInThread({ bytes: bytes.value, options }, deps.ports.log)
  if (!read.ok) return read
  const { rows, ...said } = read.value
  if (rows.length === 0) return fail(appError('calendarFile.empty'))
  const things = rows.flatMap(({ thing }) => (thing === null ? [] : [thing]))
  const report = (decisions: readonly ImportDecision[]): ImportReport => {
    const decided = withDecisions(rows, decisions)
    return { ...said, rows: decided, counts: countsOf(decided) }
  }
  if (args.dryRun || things.length === 0) {
    let made = 0
    const rule = { ...ctx, actor, newId: () => `dry-${++made}` }
    return ok(
      report(
        data.reading(() => importThings(things, importFacts(data, organisation, actor), rule).decisions),
      ),
    )
  }
  const reply = (await deps.run('meeting.import', { things })) as Reply<{ decisions: ImportDecision[] }>
  if (!reply.ok) return reply
  if (args.uploadId !== undefined) uploads.forget(args.uploadId)
  return { ...reply, value: report(reply.value.decisions) }
}

async function bytesOf(
  { path, uploadId }: Args,
  uploads: Uploads,
  userId: string,
): Promise<Result<Uint8Array, AppError>> {
  if (path === undefined) {
    const bytes = uploadId === undefined ? null : uploads.bytes(uploadId, userId)
    if (bytes === null) return fail(appError('calendarFile.gone'))
    return bytes.length > MOST_FILE_BYTES ? fail(tooLarge()) : ok(bytes)
  }
  try {
    const found = await stat(path)
    // A device or a pipe may never end.
    if (!found.isFile()) return fail(notReadable(path))
    return found.size > MOST_FILE_BYTES ? fail(tooLarge()) : ok(await readFile(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail(notReadable(path))
    throw error
  }
}

const tooLarge = (): AppError =>
  appError('calendarFile.tooLarge', { values: { most: MOST_FILE_BYTES / 1024 / 1024 } })

const notReadable = (path: string): AppError =>
  appError('calendarFile.notReadable', { values: { file: basename(path) } })

/** `decisions`: of those rows that could be read, in order. */
function withDecisions(rows: readonly ReadRow[], decisions: readonly ImportDecision[]): ImportRow[] {
  let next = 0
  return rows.map(({ thing, ...row }): ImportRow => {
    const decision = thing === null ? undefined : decisions[next++]
    if (decision === undefined) return { ...row, state: 'refused' }
    const { state, reason, remarks } = decision
    return { ...row, state, reason, remarks: [...row.remarks, ...remarks] }
  })
}

function countsOf(rows: readonly ImportRow[]): ImportCounts {
  const counts = Object.fromEntries(IMPORT_STATES.map((state) => [state, 0])) as ImportCounts
  for (const { state } of rows) counts[state] += 1
  return counts
}
