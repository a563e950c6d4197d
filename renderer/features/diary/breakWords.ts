// What a day lacks of the breaks that are demanded, in sentences.
import { useTranslation } from 'react-i18next'
import { isTooLate, isTooShort } from '../../../shared/rules/breaks.ts'
import type { BreakWarning } from '../../../shared/rules/breaks.ts'
import { useFormat } from '../../ui/figures/format.ts'

export function useBreakWords(): (warning: BreakWarning) => string {
  const { t } = useTranslation('diary')
  const format = useFormat()
  return (warning) => {
    const { takenMs, pieceMs, demandedMs, overMs, longestMs, mostMs } = warning
    const short = t('breaks.short', {
      taken: format.duration(takenMs),
      piece: format.duration(pieceMs),
      due: format.duration(demandedMs),
      over: format.duration(overMs),
    })
    const late = t('breaks.late', {
      longest: format.duration(longestMs),
      most: format.duration(mostMs ?? 0),
    })
    return [...(isTooShort(warning) ? [short] : []), ...(isTooLate(warning) ? [late] : [])].join(' ')
  }
}
