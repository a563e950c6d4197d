// Where the list of cases stood when it was left, so that the way back from one of them leads there again.
import { create } from 'zustand'
import type { ListPlace } from '../../ui/table/VirtualTable.tsx'

const TOP: ListPlace = { offset: 0, active: 0 }

type CasesPlace = {
  /** The address of the list as it was looked at last. */
  address: string
  place: ListPlace
  /** Another way to look at it begins at the top. */
  look(address: string): void
  stand(place: ListPlace): void
}

export const useCasesPlace = create<CasesPlace>((set) => ({
  address: '/cases',
  place: TOP,
  look: (address) => set((was) => (was.address === address ? was : { address, place: TOP })),
  stand: (place) => set({ place }),
}))
