// Lists where there is too little room for all of their columns: names take two lines, and in a narrow window some go or move under
// another.
import { useMediaQuery } from '@mantine/hooks'

export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false }) ?? false

/** Room for the columns, but not for what is long in them beside another. */
export const useTight = (): boolean =>
  useMediaQuery('(max-width: 1340px)', false, { getInitialValueInEffect: false }) ?? false

/** Pixels of a row. */
export const rowHeightOf = (twoLines: boolean): number => (twoLines ? 48 : 40)
