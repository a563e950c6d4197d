// The archive of everything: what is in it, under which names. docs/export-format.md says the same to people.
import { z } from 'zod'
import type { EntityName } from '../../shared/entities/registry.ts'

export const FORMAT = 'daybook-everything'
/** Goes up where an older Daybook could not read what a newer one writes. */
export const FORMAT_VERSION = 1

export const MANIFEST = 'manifest.json'
export const README = 'README.txt'
export const jsonFile = (noun: EntityName): string => `data/${noun}.jsonl`
export const csvFile = (noun: EntityName): string => `csv/${noun}.csv`
export const COMMITS_FILE = 'history/commits.jsonl'
export const AUDIT_FILE = 'history/audit.jsonl'

export const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  /** Of the Daybook that wrote it. */
  writtenBy: z.string().max(100),
  /** ISO 8601. */
  writtenAt: z.string().max(40),
  /** How many of each noun. */
  counts: z.record(z.string(), z.int().min(0)),
})
export type Manifest = z.infer<typeof Manifest>

export const README_TEXT = `Everything that Daybook keeps, as plain files.

data/NOUN.jsonl   one thing a line, as JSON: all its fields, exactly as Daybook keeps them. From these files an
                  empty Daybook reads everything back: on its first screen, or "daybook import-all FILE.zip".
csv/NOUN.csv      the same for spreadsheets: instants as ISO 8601 in UTC, lists as JSON, and beside the id of a
                  thing what it is called.
history/          who changed what when, and what it was before; not read back.
manifest.json     the version of this format and how many things of each kind there are.

Names that end in At are instants, in data/ as milliseconds since 1970 in UTC; Ms are durations in milliseconds; Minutes
are minutes; Minor are amounts of money in the smallest unit of the currency; dates are YYYY-MM-DD. Ids are texts that
name a thing within this archive. PINs and the settings of one device are not in it.
`
