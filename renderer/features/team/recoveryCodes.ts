// Recovery codes that were just drawn. They are shown by the window itself and until they are put away: joining a team changes every
// screen under them.
import { create } from 'zustand'

type Kept = { codes: readonly string[]; show(codes: readonly string[]): void; putAway(): void }

export const useRecoveryCodes = create<Kept>()((set) => ({
  codes: [],
  show: (codes) => set({ codes }),
  putAway: () => set({ codes: [] }),
}))
