// The options that narrow a list of time: one for each filter. Apart from their reading, as every command line loads them.
import type { Command } from 'commander'
import type { Place } from '../shared/entities/assignment.ts'
import { PLACES } from '../shared/entities/assignment.ts'
import type { NamingEntry } from '../shared/entities/subject.ts'
import { FLAG_FILTERS, ID_FILTERS } from '../shared/entities/subjectFilter.ts'
import { nounsEn } from '../shared/text/nouns.en.ts'
import type { FlagOptions } from './subjectOptions.ts'
import { addFlag, SUBJECT_WORDS } from './subjectOptions.ts'

export type FilterOptions = FlagOptions & { from?: string; to?: string; user?: string } & {
  [P in NamingEntry['part'] | Place]?: string
}

export function addFilterOptions(command: Command): Command {
  command
    .option('--from <YYYY-MM-DD>', 'from this work day on')
    .option('--to <YYYY-MM-DD>', 'up to this work day')
    .option('--user <NAME>', 'only this user')
  for (const { name, entry } of ID_FILTERS)
    if (name !== 'customerId')
      command.option(
        `--${entry.part} <${SUBJECT_WORDS[entry.part].value}>`,
        `only this ${nounsEn[entry.noun].one}`,
      )
  for (const { noun } of PLACES) command.option(`--${noun} <CODE>`, `only this ${noun}`)
  for (const { name, entry } of FLAG_FILTERS) {
    const title = SUBJECT_WORDS[entry.part].title.toLowerCase()
    addFlag(command, name, { help: `only what is ${title}`, not: `only what is not ${title}` })
  }
  return command
}
