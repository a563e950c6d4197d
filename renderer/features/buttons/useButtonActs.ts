// What the buttons of the bar are called and do now; those of what is switched off or gone are left out or rest.
import { useTranslation } from 'react-i18next'
import type { Button } from '../../../shared/entities/button.ts'
import { NO_SUBJECT } from '../../../shared/entities/subject.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { useTimerActions } from '../timer/useTimerActions.ts'

export type ShownButton = {
  key: string
  button: Button
  label: string
  colour: string | null
  /** null: there is nothing to do now. */
  run: (() => void) | null
}

export const buttonKey = ({ act, customerId, categoryId }: Button): string =>
  [act, customerId ?? '', categoryId ?? ''].join(' ')

/** Customers that take time, by id; asked only where there are favourites. */
export function useFavouriteNames(buttons: readonly Button[]) {
  const wanted = buttons.some(({ act }) => act === 'favourite')
  const customers = useRequest('customer.suggest', { limit: 3000 }, { enabled: wanted })
  const categories = useRequest('category.list', { activeOnly: true }, { enabled: wanted })
  return ({ customerId, categoryId }: Button) => {
    const customer = customers.data?.find(({ id }) => id === customerId) ?? null
    const category = categories.data?.find(({ id }) => id === categoryId) ?? null
    const gone = customer === null || (categoryId !== null && category === null)
    return { customer, category, gone }
  }
}

export function useButtonActs(buttons: readonly Button[], preset: EntryPreset | undefined): ShownButton[] {
  const { t } = useTranslation('buttons')
  const timer = useTimerActions()
  const { show } = useTimerDialogs()
  const named = useFavouriteNames(buttons)
  const calendar = useModule('calendar')
  const { current, usable } = timer
  return buttons.flatMap((button): ShownButton[] => {
    const { act } = button
    const shown = (
      run: ShownButton['run'],
      label: string = t(`act.${act}`),
      colour: string | null = null,
    ) => [{ key: buttonKey(button), button, label, colour, run }]
    if (act === 'newEntry')
      return shown(() => show({ kind: 'addEntry', ...(preset !== undefined && { preset }) }))
    if (act === 'newMeeting' || act === 'newTask') {
      const what = act === 'newMeeting' ? 'meeting' : 'task'
      return calendar ? shown(() => show({ kind: 'add', what, preset: preset ?? {} })) : []
    }
    if (!usable) return []
    switch (act) {
      // From here a customer is chosen always (A3).
      case 'start':
        return shown(() => show({ kind: 'start', customerRequired: true }))
      case 'pause':
        return shown(
          current === null ? null : () => void timer.pauseOrResume(),
          t(current?.state === 'paused' ? 'act.resume' : 'act.pause'),
        )
      case 'stop':
        return shown(current === null ? null : () => timer.stop(current))
      case 'startLast':
        return shown(() => void timer.continueLast())
      case 'favourite': {
        const { customer, category, gone } = named(button)
        const label = [customer?.name, category?.name].filter((name) => name !== undefined).join(' · ')
        if (gone) return []
        return shown(
          () =>
            void timer.switchTo({
              ...NO_SUBJECT,
              customerId: button.customerId,
              categoryId: button.categoryId,
            }),
          label,
          customer?.colour ?? null,
        )
      }
    }
  })
}
