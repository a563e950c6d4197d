// What work can be started from the palette: what was done last, and any customer with any category that the typed words name.
import { nameFit } from '../../shared/base/nameFit.ts'
import type { NamedSubject } from '../../shared/entities/subject.ts'
import { NO_SUBJECT, subjectKey } from '../../shared/entities/subject.ts'

type Named = { id: string; name: string }

/** So many customers are tried with each category; more are named by no word that is of use. */
const CUSTOMERS_TRIED = 40

/** Each once, and none that is `running`. */
export function startChoices(
  typed: string,
  recents: readonly NamedSubject[],
  customers: readonly Named[],
  categories: readonly Named[],
  running: NamedSubject | null,
): NamedSubject[] {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  const choices = [...recents]
  if (words.length > 1) {
    const meant = customers.filter(({ name }) => words.some((word) => begins(name, word)))
    for (const customer of meant.slice(0, CUSTOMERS_TRIED))
      for (const category of categories)
        choices.push({
          ...NO_SUBJECT,
          customerId: customer.id,
          customerName: customer.name,
          categoryId: category.id,
          categoryName: category.name,
        })
  }
  const known = new Set(running === null ? [] : [subjectKey(running)])
  return choices.filter((choice) => {
    const key = subjectKey(choice)
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

const begins = (name: string, word: string): boolean => {
  const fit = nameFit(name, word)
  return fit === 0 || fit === 1
}
