// What is added at a time that was chosen: an entry, a meeting or a task. What was typed for one is there again after a look at another.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { EntryForm } from '../entries/EntryForm.tsx'
import { MeetingFields } from '../meetings/MeetingFields.tsx'
import { TaskFields } from '../tasks/TaskFields.tsx'
import { ADDABLES } from './dialogs.tsx'
import type { Addable } from './dialogs.tsx'

export type AddDialogProps = { what: Addable; preset: EntryPreset; onClose: () => void }

export function AddDialog({ what: first, preset, onClose }: AddDialogProps) {
  const { t } = useTranslation('calendar')
  const { t: tt } = useTranslation('timer')
  const { t: tm } = useTranslation('meetings')
  const { t: tk } = useTranslation('tasks')
  const [what, setWhat] = useState(first)
  const [seen, setSeen] = useState<readonly Addable[]>([first])
  const titles: Record<Addable, string> = { entry: tt('entry.addTitle'), meeting: tm('add'), task: tk('add') }
  const form = (of: Addable): ReactNode => {
    const common = { preset, onClose, autoFocus: of === first }
    if (of === 'entry') return <EntryForm mode="add" inline preset={preset} onClose={onClose} />
    return of === 'meeting' ? <MeetingFields {...common} /> : <TaskFields {...common} />
  }
  return (
    <Dialog
      onClose={onClose}
      title={titles[what]}
      size={640}
      closeOnClickOutside={false}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t('addWhat')}
          data={ADDABLES.map((value) => ({ value, label: t(`what.${value}`) }))}
          value={what}
          onChange={(value) => {
            const next = ADDABLES.find((each) => each === value) ?? first
            setWhat(next)
            setSeen((was) => (was.includes(next) ? was : [...was, next]))
          }}
        />
      }
    >
      {seen.map((each) => (
        <div key={each} hidden={each !== what}>
          {form(each)}
        </div>
      ))}
    </Dialog>
  )
}
