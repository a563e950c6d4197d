// A page about one thing: its details at the left, folded away in a small window, and its tabs at the right.
import { Button, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import classes from './SidePage.module.css'

export type PageTab<T extends string> = { value: T; label: string; content: ReactNode }

export type SidePageProps<T extends string> = {
  /** What the side is called. */
  label: string
  fields: ReactNode
  /** Stays in view below the fields, as the timer does. */
  work: ReactNode
  /** Below all of the side; folded away with the fields. */
  below?: ReactNode
  tabs: readonly PageTab<T>[]
  tab: T
  onTab(tab: T): void
}

export function SidePage<T extends string>(props: SidePageProps<T>) {
  const { label, fields, work, below, tabs, tab, onTab } = props
  // In a small window they stand above the tabs, and would leave no room for them.
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })
  const [unfolded, setUnfolded] = useState(false)
  const cardId = useId()
  return (
    <div className={classes.page}>
      <aside className={classes.side} aria-label={label}>
        {narrow && (
          <Button
            className={classes.unfold ?? ''}
            variant="default"
            size="compact-md"
            aria-expanded={unfolded}
            aria-controls={cardId}
            rightSection={unfolded ? <ChevronUp size={15} /> : <ChevronDown size={15} />}
            onClick={() => setUnfolded((was) => !was)}
          >
            {label}
          </Button>
        )}
        <div className={classes.card} id={cardId} hidden={narrow && !unfolded}>
          <div className={classes.fields}>{fields}</div>
        </div>
        <div className={classes.work}>{work}</div>
        {(!narrow || unfolded) && below}
      </aside>
      <div className={classes.main}>
        <Tabs
          value={tab}
          onChange={(next) => {
            const found = tabs.find(({ value }) => value === next)
            if (found !== undefined) onTab(found.value)
          }}
          className={classes.tabs ?? ''}
          keepMounted={false}
        >
          <Tabs.List>
            {tabs.map(({ value, label: name }) => (
              <Tabs.Tab key={value} value={value} className={classes.tab ?? ''}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ value, content }) => (
            <Tabs.Panel key={value} value={value} className={classes.panel ?? ''}>
              {content}
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </div>
  )
}
