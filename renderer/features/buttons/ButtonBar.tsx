// The bar of buttons that each user arranges (A4): acts on the timer, a new entry, and favourites that start with one press.
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { Settings2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_BUTTONS } from '../../../shared/rules/buttons.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { ButtonMark } from './ButtonMark.tsx'
import classes from './ButtonBar.module.css'
import { useButtonActs } from './useButtonActs.ts'

const ArrangeButtons = lazy(async () => ({
  default: (await import('./ArrangeButtons.tsx')).ArrangeButtons,
}))

export type ButtonBarProps = {
  /** What a new entry starts with. */
  preset?: EntryPreset
  /** Only for those who arranged theirs. */
  onlyArranged?: boolean
}

export function ButtonBar({ preset, onlyArranged = false }: ButtonBarProps) {
  const { t } = useTranslation('buttons')
  const { buttons } = useCurrentUser()
  const [arranging, setArranging] = useState(false)
  const acts = useButtonActs(buttons ?? DEFAULT_BUTTONS, preset)
  if (onlyArranged && buttons === null) return null
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bar')}>
      {acts.map((act) => (
        <Button
          key={act.key}
          size="xs"
          variant="default"
          leftSection={<ButtonMark act={act.button.act} colour={act.colour} />}
          disabled={act.run === null}
          title={act.label}
          maw={260}
          onClick={() => act.run?.()}
        >
          <bdi className="truncate">{act.label}</bdi>
        </Button>
      ))}
      <Tooltip label={t('arrange')}>
        <ActionIcon aria-label={t('arrange')} onClick={() => setArranging(true)}>
          <Settings2 size={16} />
        </ActionIcon>
      </Tooltip>
      <Suspense fallback={null}>
        {arranging && <ArrangeButtons onClose={() => setArranging(false)} />}
      </Suspense>
    </div>
  )
}
