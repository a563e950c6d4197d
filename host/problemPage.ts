// What a person sees where the data cannot be opened: what happened, what to do, and the buttons that do it.
import type { DatabaseProblem } from '../core/db/sqliteError.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { errorSentence } from '../shared/text/errorText.ts'
import { isRepairable } from './application.ts'
import type { Application } from './application.ts'
import { plainPage } from './plainPage.ts'
import type { PageButton } from './plainPage.ts'
import type { HostWords } from './words.ts'

export const RETRY = '/problem/retry'
export const RESTORE = '/problem/restore'
export const BEGIN_ANEW = '/problem/begin-anew'

export function problemAsError({ code, details }: DatabaseProblem): AppError {
  const values = Object.entries(details).map(([key, value]) => [
    key,
    typeof value === 'boolean' ? String(value) : value,
  ])
  return { code, details: { values: Object.fromEntries(values) as Record<string, string | number | null> } }
}

export function problemPage(application: Application, dataDir: string, words: HostWords): string {
  const { problem } = application
  if (!problem) throw new Error('there is no problem to show')
  const backup = application.backup()
  const damaged = isRepairable(problem)
  const lost = problem.code === 'db.missing'
  const buttons: PageButton[] = []
  if (backup) {
    const at = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long', timeStyle: 'short' }).format(
      backup.at,
    )
    buttons.push({ action: RESTORE, label: words.restore.replace('{{at}}', at), primary: true })
  }
  buttons.push({ action: RETRY, label: words.retry, primary: !damaged })
  // Where nothing is left of it, nobody is kept from beginning anew; the backups stay.
  if (damaged && (!backup || lost))
    buttons.push({ action: BEGIN_ANEW, label: lost ? words.freshBeside : words.fresh, primary: false })
  const advice = backup ? [lost ? words.lostText : words.restoreText] : damaged ? [words.noBackup] : []
  return plainPage({
    lang: words.lang,
    title: words.problemTitle,
    paragraphs: [errorSentence(problemAsError(problem), words.lang), ...advice],
    facts: [
      [words.folder, dataDir],
      [
        words.technical,
        [problem.code, problem.details.cause, damaged ? problem.details.message : null]
          .filter(Boolean)
          .join(' '),
      ],
    ],
    buttons,
  })
}
