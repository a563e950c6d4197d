// What the quick timer offers: what was worked on last and fits the search, then other customers with the category used last, or the first.
import { NO_SUBJECT, partLabel, SUBJECT } from '../../../shared/entities/subject.ts'
import { fold } from '../../../shared/base/text.ts'
import type { RecentChoice } from '../../../shared/contract/timer.ts'

export function quickChoices(
  recents: readonly RecentChoice[],
  search: string,
  customers: readonly { id: string; name: string }[],
  firstCategory: { id: string; name: string } | null = null,
): RecentChoice[] {
  const wanted = fold(search)
  const fits = (choice: RecentChoice) =>
    wanted === '' || SUBJECT.some((entry) => fold(partLabel(choice, entry) ?? '').includes(wanted))
  const own = recents.filter(fits).slice(0, 12)
  const last = recents[0]
  const others = customers
    .filter(({ id }) => !own.some((choice) => choice.customerId === id))
    .map(({ id, name }): RecentChoice => ({
      ...NO_SUBJECT,
      customerId: id,
      customerName: name,
      categoryId: last?.categoryId ?? firstCategory?.id ?? null,
      categoryName: last?.categoryName ?? firstCategory?.name ?? null,
      lastAt: 0,
    }))
  return [...own, ...others]
}
