// The options that say what time is on: one for each field. Apart from their reading, as every command line loads them.
import type { Command } from 'commander'
import { Option } from 'commander'
import type { FlagPart, SomePart, SubjectPart } from '../shared/entities/subject.ts'
import { SUBJECT } from '../shared/entities/subject.ts'

export type SubjectOptions = { [P in Exclude<SubjectPart, SomePart | FlagPart>]?: string } & {
  [P in SomePart]?: string[]
} & FlagOptions
type NotKey<P extends FlagPart> = `not${Capitalize<P>}`
export type FlagOptions = { [P in FlagPart | NotKey<FlagPart>]?: boolean }

type Words = { value: string; help: string; title: string }
/** `value`: of a flag nothing is said but that it is; `not` helps with its opposite. */
export const SUBJECT_WORDS: Record<Exclude<SubjectPart, FlagPart>, Words> &
  Record<FlagPart, Words & { not: string }> = {
  customer: { value: 'NAME', help: 'for whom', title: 'Customer' },
  category: { value: 'NAME', help: 'what kind of work', title: 'Category' },
  project: { value: 'CODE|NAME', help: 'one of the customer’s projects', title: 'Project' },
  case: { value: 'NO', help: 'the number of one of the customer’s cases', title: 'Case' },
  opportunity: { value: 'NAME', help: 'one of the customer’s opportunities', title: 'Opportunity' },
  tag: { value: 'NAME', help: 'a tag; may be given several times', title: 'Tags' },
  reference: { value: 'TEXT', help: 'its number in another system', title: 'Reference' },
  billable: {
    value: '',
    help: 'it can be charged, whatever its category and project say',
    not: 'it cannot be charged, whatever these say',
    title: 'Billable',
  },
}

/** An option that may be given several times. */
export const several = (name: string, before: string[] = []): string[] => [...before, name]

/** `--billable` and `--not-billable`; neither: it is not said. */
export const addFlag = (
  command: Command,
  part: FlagPart,
  words: { help: string; not: string } = SUBJECT_WORDS[part],
): Command =>
  command
    .addOption(new Option(`--${part}`, words.help))
    .addOption(new Option(`--not-${part}`, words.not).conflicts(part))

export function flagSaid(options: FlagOptions, part: FlagPart): boolean | undefined {
  const notKey = `not${part.charAt(0).toUpperCase()}${part.slice(1)}` as NotKey<FlagPart>
  return options[notKey] === true ? false : options[part]
}

/** `only`: those that can still be said at the end. */
export function addSubjectOptions(command: Command, only: 'all' | 'further' = 'all'): Command {
  for (const entry of SUBJECT) {
    const { kind, part } = entry
    const { value, help } = SUBJECT_WORDS[part]
    if (only === 'further' && kind === 'one') continue
    if (kind === 'plain' && entry.type === 'flag') addFlag(command, entry.part)
    else if (kind === 'some') command.option(`--${part} <${value}>`, help, several)
    else command.option(`--${part} <${value}>`, help)
  }
  return command
}
