// The names of customers for those who choose one: held in memory up to some thousands, asked for what is typed only beyond.
import { useRequest } from '../../channel/useRequest.ts'

const NAMES_HELD = 3000

export type CustomerNames = {
  names: readonly { id: string; name: string; code: string; recent: boolean }[]
  /** What is shown does not answer what is typed yet. */
  waiting: boolean
}

const NONE: CustomerNames['names'] = []

export function useCustomerNames(typed: string): CustomerNames {
  const search = typed.trim().slice(0, 200)
  const held = useRequest('customer.suggest', { limit: NAMES_HELD })
  const asks = search !== '' && held.data?.length === NAMES_HELD
  const found = useRequest('customer.suggest', { search, limit: 100 }, { enabled: asks, keepPrevious: true })
  return {
    names: (asks ? found.data : held.data) ?? NONE,
    waiting: held.isPending || (asks && (found.isPending || found.isPlaceholderData)),
  }
}
