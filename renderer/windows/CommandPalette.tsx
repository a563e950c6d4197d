// The command palette (Ctrl or Cmd K): starts work, finds customers, projects, cases, people and notes, opens pages and runs commands
// (G5, J18). The first row is always marked, and to assistive technology it is a combobox in a dialog.
import { Modal } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Live } from '../ui/Said.tsx'
import { useSingleKeys } from '../ui/keys/singleKeys.ts'
import classes from './CommandPalette.module.css'
import { usePaletteActs } from './paletteActs.ts'
import { usePaletteFinds } from './paletteFinds.ts'
import {
  closePalette,
  setPalette,
  useKeysBeforeFocus,
  usePalette,
  usePaletteShortcuts,
} from './paletteKeys.ts'
import { PaletteList, rowId } from './PaletteList.tsx'
import { shownGroups } from './paletteRows.ts'
import type { PaletteRow } from './paletteRows.ts'

const LIST = 'palette-list'

export function CommandPalette() {
  const { t } = useTranslation('common')
  const { opened } = usePalette()
  const [field, setField] = useState<HTMLInputElement | null>(null)
  usePaletteShortcuts(useSingleKeys())
  useKeysBeforeFocus(field)
  return (
    <Modal.Root
      opened={opened}
      onClose={closePalette}
      size={600}
      yOffset="12dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="md">
        <Modal.Title className="visually-hidden">{t('palette.open')}</Modal.Title>
        <Palette fieldRef={setField} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Palette({ fieldRef }: { fieldRef: (field: HTMLInputElement | null) => void }) {
  const { t } = useTranslation('common')
  const { t: tp } = useTranslation('projects')
  const { t: ts } = useTranslation('cases')
  const { query, enterFor } = usePalette()
  const typed = query.trim()
  const acts = usePaletteActs()
  const finds = usePaletteFinds(typed)
  const [moved, setMoved] = useState({ query, by: 0 })
  const groups = shownGroups(
    [
      { label: typed === '' ? t('palette.recents') : t('palette.starts'), rows: finds.starts },
      { label: t('palette.commands'), rows: acts.commands },
      { label: t('palette.pages'), rows: acts.pages },
      { label: t('palette.customers'), rows: finds.customers },
      { label: tp('tab'), rows: finds.projects },
      { label: ts('title'), rows: finds.cases },
      { label: t('palette.people'), rows: finds.people },
    ],
    typed,
  )
  if (typed !== '') groups.push({ label: t('palette.notes'), rows: [finds.notes] })
  const rows = groups.flatMap((group) => group.rows)
  // The search in notes is meant where there is nothing else, and that is known only once all have answered.
  const waiting = finds.waiting || (finds.moreWaiting && rows.length === 1)
  // Each letter marks the first row anew.
  const marked = moved.query === query ? Math.min(moved.by, rows.length - 1) : 0

  const run = (row: PaletteRow | undefined) => {
    if (row === undefined) return
    closePalette()
    row.run()
  }
  // Who typed on, or left, means something else by now.
  useEffect(() => {
    if (enterFor === null || waiting) return
    setPalette({ enterFor: null })
    if (enterFor === query) run(rows[marked])
  })
  useEffect(() => {
    document.getElementById(rowId(LIST, marked))?.scrollIntoView({ block: 'nearest' })
  })
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setMoved({ query, by: (marked + step + rows.length) % rows.length })
    else if (event.key !== 'Enter') return
    else if (waiting) setPalette({ enterFor: query })
    else run(rows[marked])
    event.preventDefault()
  }
  return (
    <>
      <div className={classes.field}>
        <Search size={17} aria-hidden />
        <input
          ref={fieldRef}
          data-autofocus
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={LIST}
          aria-activedescendant={rows.length === 0 ? undefined : rowId(LIST, marked)}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          value={query}
          onChange={(event) => setPalette({ query: event.currentTarget.value, enterFor: null })}
          onKeyDown={keys}
        />
      </div>
      <Live>{typed !== '' && !waiting && t('select.found', { count: rows.length - 1 })}</Live>
      <PaletteList id={LIST} label={t('palette.open')} groups={groups} marked={marked} onRun={run} />
    </>
  )
}
