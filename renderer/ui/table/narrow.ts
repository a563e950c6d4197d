// Lists where there is too little room for all of their columns: some go or move under another, and names take two lines.
import { useMediaQuery } from '@mantine/hooks'

export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false }) ?? false

/** Pixels of a row, with room for the two lines. */
export const rowHeightOf = (narrow: boolean): number => (narrow ? 48 : 40)
