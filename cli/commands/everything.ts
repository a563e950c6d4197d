// `daybook export-all` and `import-all`: everything in one archive, and back into an empty folder.
import { resolve } from 'node:path'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { finished } from './export.ts'

export async function exportAll(session: Session, { out }: { out: string }): Promise<Outcome> {
  if (!/\.zip$/i.test(out)) throw new UsageError(`--out ${out}: an archive’s name must end in .zip.`)
  await session.setUp()
  const path = resolve(out)
  const job = await finished(session, { kind: 'everything' }, path)
  const value = { file: job.path ?? path, rows: job.done }
  return { value, text: `Wrote ${value.file} (${value.rows} rows).` }
}

export async function importAll(session: Session, file: string): Promise<Outcome> {
  const stop = follow(session)
  const value = await session.ask('everything.load', { path: resolve(file) }).finally(stop)
  const { users, customers, entries } = value
  return { value, text: `Read back: ${users} users, ${customers} customers, ${entries} time entries.` }
}

/** Shows how far it is where somebody looks, and cancels on Ctrl+C. */
function follow(session: Session): () => void {
  const isSeen = process.stderr.isTTY
  const unsubscribe = session.app.subscribe((event) => {
    if (event.type !== 'everything' || !isSeen) return
    const { done, total } = event.progress
    process.stderr.write(
      done < total
        ? `\rReading ${Math.floor((100 * done) / total)} % … (Ctrl+C cancels) `
        : '\rCounting and checking …                    ',
    )
  })
  const cancel = (): void => void session.app.invoke('everything.cancel', {})
  process.on('SIGINT', cancel)
  return () => {
    unsubscribe()
    process.off('SIGINT', cancel)
    if (isSeen) process.stderr.write('\r\u001B[K')
  }
}
