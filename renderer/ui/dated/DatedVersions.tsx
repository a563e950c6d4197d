// The versions of a thing that holds from a day on, newest first, with the form that adds or changes one (G7).
import { Button, Group, Text, Title } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Fragment, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { newestFirst, validOn } from '../../../shared/rules/dated.ts'
import type { Dated } from '../../../shared/rules/dated.ts'
import { useAppState } from '../../channel/AppState.tsx'
import classes from './DatedVersions.module.css'

export type VersionState = 'current' | 'future' | 'past'
export type ShownVersion<V> = { version: V; state: VersionState; onEdit: () => void }
export type VersionForm<V> = {
  /** The version that is changed; null: a new one. */
  edited: V | null
  /** What the fields start with. */
  template: V | null
  onClose: () => void
}

export type DatedVersionsProps<V extends Dated & { id: string }> = {
  label: string
  /** Said above the versions; without it the button stands alone. */
  head?: { title: string; lead: string }
  /** In any order. */
  versions: readonly V[]
  /** Shown while there is none. */
  empty: ReactNode
  /** The words on the button, and what it is called where several stand on a page. */
  add: { text: string; label?: string }
  form: (form: VersionForm<V>) => ReactNode
  children: (shown: ShownVersion<V>) => ReactNode
}

export function DatedVersions<V extends Dated & { id: string }>(props: DatedVersionsProps<V>) {
  const { label, head, empty, add, form, children } = props
  const { today } = useAppState()
  const [open, setOpen] = useState<{ edited: V | null } | null>(null)
  const adds = useRef<HTMLButtonElement>(null)
  const opener = useRef<Element | null>(null)
  const show = (edited: V | null) => {
    opener.current = edited === null ? null : document.activeElement
    setOpen({ edited })
  }
  /** What opened the form has the focus again; the button that adds one stood away meanwhile. */
  const close = () => {
    flushSync(() => setOpen(null))
    const { current } = opener
    if (current instanceof HTMLElement && current.isConnected) current.focus()
    else adds.current?.focus()
  }
  const versions = newestFirst(props.versions)
  const inForce = validOn(versions, today)
  const button = open === null && (
    <Button
      ref={adds}
      variant="default"
      size={head === undefined ? 'compact-md' : 'sm'}
      leftSection={<Plus size={16} />}
      style={{ flex: 'none' }}
      aria-label={add.label}
      onClick={() => show(null)}
    >
      {add.text}
    </Button>
  )
  return (
    <section aria-label={label} className={classes.versions}>
      {head !== undefined && (
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={3}>{head.title}</Title>
            <Text size="sm" c="dimmed">
              {head.lead}
            </Text>
          </div>
          {button}
        </Group>
      )}
      {versions.length === 0 && open === null && empty}
      {head === undefined && button !== false && <div>{button}</div>}
      {open !== null && (
        // Another version to start from is another form.
        <Opened key={open.edited?.id ?? 'new'}>
          {form({
            edited: open.edited,
            template: open.edited ?? inForce ?? versions[0] ?? null,
            onClose: close,
          })}
        </Opened>
      )}
      {versions.map((version) => (
        <Fragment key={version.id}>
          {children({
            version,
            state: version.id === inForce?.id ? 'current' : version.validFrom > today ? 'future' : 'past',
            onEdit: () => show(version),
          })}
        </Fragment>
      ))}
    </section>
  )
}

/** The form begins in its first field: it takes the place of the button that was pressed, or stands above the version that is changed. */
function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])
  return (
    <div ref={box} className={classes.opened}>
      {children}
    </div>
  )
}
