// What a session is on beyond its customer and category, quietly beside these: its project, its tags, and whatever else it has.
import { CircleCheck, CircleSlash, FolderKanban, Handshake, Hash, LifeBuoy, Tag } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type {
  FlagEntry,
  OneNoun,
  SubjectEntry,
  SubjectNames,
  SubjectPart,
} from '../../../shared/entities/subject.ts'
import { partLabel, SUBJECT } from '../../../shared/entities/subject.ts'
import { Labels } from './Labels.tsx'
import classes from './SubjectTags.module.css'

const ICONS: Partial<Record<OneNoun, LucideIcon>> = {
  project: FolderKanban,
  case: LifeBuoy,
  opportunity: Handshake,
}
const iconOf = (entry: SubjectEntry): LucideIcon => (entry.kind === 'one' ? (ICONS[entry.noun] ?? Tag) : Hash)

export type SubjectTagsProps = {
  of: SubjectNames
  /** Is said by the page, and not once more. */
  about?: SubjectPart
  /** Only the code, where there is little room; the name then is its title. */
  short?: boolean
  /** Each on a line of its own, under what stands before it. */
  below?: boolean
}

export function SubjectTags({ of, about, short = false, below = false }: SubjectTagsProps) {
  const { t } = useTranslation('common')
  return SUBJECT.filter(({ demandedBy, part }) => demandedBy === null && part !== about).map((entry) => {
    if (entry.kind === 'plain' && entry.type === 'flag')
      return <Flag key={entry.field} of={of} entry={entry} />
    const label = partLabel(of, entry, ' · ')
    if (label === null) return null
    if (entry.kind === 'some') return <Labels key={entry.field} labels={of[entry.labelsKey]} below={below} />
    const Icon = iconOf(entry)
    const code = entry.kind === 'plain' || entry.codeKey === null ? null : of[entry.codeKey]
    return (
      <span
        key={entry.field}
        className={classes.tag}
        title={label}
        data-subject={entry.part}
        data-below={below || undefined}
      >
        <Icon size={13} aria-label={t(`subject.${entry.part}`)} className={classes.icon} />
        <bdi className="truncate">{short ? (code ?? label) : label}</bdi>
      </span>
    )
  })
}

/** Only where it was said: what follows from the rest is seen there. */
function Flag({ of, entry }: { of: SubjectNames; entry: FlagEntry }) {
  const { t } = useTranslation('common')
  const is = of[entry.field]
  if (is === null) return null
  const Icon = is ? CircleCheck : CircleSlash
  const label = t(is ? 'flag.is' : 'flag.isNot', { name: t(`subject.${entry.part}`) })
  return (
    <span className={classes.tag} title={label} data-subject={entry.part}>
      <Icon size={13} role="img" aria-label={label} className={classes.icon} />
    </span>
  )
}
