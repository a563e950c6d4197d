// How something is taxed: the percentage and the category by which EN 16931 names it.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Line } from './entity.ts'

/**
 * S standard and reduced rates, Z zero rated, E exempt, AE reverse charge, K within the European Union, G exported, O not taxed at
 * all (UNTDID 5305).
 */
export const TaxCategory = z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O'])
export type TaxCategory = z.infer<typeof TaxCategory>

export const taxShape = () => ({
  taxCategory: TaxCategory,
  /** Hundredths of a percent: 1900 is 19 %. */
  percentHundredths: z.int().min(0).max(10_000),
  /** Why nothing is charged, where that has to be said; empty: the usual words of the category. */
  exemption: Line,
})
export const Tax = once(() => z.object(taxShape()))
export type Tax = z.infer<ReturnType<typeof Tax>>

/** A rate above nothing is the standard category's, and the other way round. */
export const isTax = ({ taxCategory, percentHundredths }: Tax): boolean =>
  (taxCategory === 'S') === percentHundredths > 0
