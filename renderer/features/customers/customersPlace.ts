// Where the customer list stood when it was left: search, status, scroll and selection, for the time the window is open.
import { create } from 'zustand'
import type { CustomerStatus } from '../../../shared/entities/customer.ts'
import type { ListPlace } from '../../ui/table/VirtualTable.tsx'

type CustomersPlace = {
  search: string
  status: CustomerStatus | 'all'
  place: ListPlace
  /** Another search or status begins at the top. */
  filter(change: { search?: string; status?: CustomerStatus | 'all' }): void
  stand(place: ListPlace): void
}

export const useCustomersPlace = create<CustomersPlace>((set) => ({
  search: '',
  status: 'all',
  place: { offset: 0, active: 0 },
  filter: (change) => set({ ...change, place: { offset: 0, active: 0 } }),
  stand: (place) => set({ place }),
}))
