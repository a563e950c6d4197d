// What a switch says: how much was saved, and for whom.
import { useTranslation } from 'react-i18next'
import { useAppClock, useCurrentTimer } from '../../clock/clock.tsx'
import { elapsedMs } from '../../clock/elapsed.ts'
import { useDurationWords } from '../../ui/figures/format.ts'

/** Made before the switch, so that it speaks of the session that it ends. */
export function useSwitchedWords(): () => string {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const words = useDurationWords()
  const clock = useAppClock()
  const current = useCurrentTimer()
  return () =>
    t('switched', {
      duration: words(current === null ? 0 : elapsedMs(current, clock.now())),
      customer: current?.customerName ?? tc('noCustomer'),
    })
}
