// The search over all settings: each row says by its words whether it is what was looked for; what is not is hidden.
import { Text, Title } from '@mantine/core'
import { createContext, use, useId } from 'react'
import type { ReactNode } from 'react'
import { fold } from '../../../shared/base/text.ts'
import classes from './settings.module.css'

const SearchContext = createContext('')
const SectionContext = createContext('')

export function SettingsSearch({ query, children }: { query: string; children: ReactNode }) {
  return <SearchContext value={fold(query.trim())}>{children}</SearchContext>
}

export type SectionProps = { id: string; title: string; lead: string; children: ReactNode }

/** A section; without a row that matches it is hidden by its style sheet. */
export function Section({ id, title, lead, children }: SectionProps) {
  const headingId = useId()
  return (
    <section
      className={classes.section}
      id={`settings-${id}`}
      aria-labelledby={headingId}
      data-section={id}
      tabIndex={-1}
    >
      <Title order={2} id={headingId}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {lead}
      </Text>
      <SectionContext value={title}>{children}</SectionContext>
    </section>
  )
}

export type RowProps = {
  label: string
  hint?: ReactNode
  /** Further words by which it is found. */
  words?: readonly string[]
  /** The control stands beside the label; without it below. */
  control?: ReactNode
  children?: ReactNode
  /** The id of the control that the label names. */
  htmlFor?: string
}

export function Row({ label, hint, words = [], control, children, htmlFor }: RowProps) {
  const matches = useMatches([label, typeof hint === 'string' ? hint : '', ...words])
  return (
    <div className={classes.row} data-row hidden={!matches}>
      <div className={classes.rowHead}>
        <div className={classes.rowText}>
          {htmlFor === undefined ? (
            <Text fw={500}>{label}</Text>
          ) : (
            <Text fw={500} component="label" htmlFor={htmlFor}>
              {label}
            </Text>
          )}
          {hint !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {hint}
            </Text>
          )}
        </div>
        {control !== undefined && <div className={classes.rowControl}>{control}</div>}
      </div>
      {children}
    </div>
  )
}

/** True where the search is empty or found in the words or in the section's title. */
export function useMatches(words: readonly string[]): boolean {
  const query = use(SearchContext)
  const section = use(SectionContext)
  return query === '' || [section, ...words].some((word) => fold(word).includes(query))
}
