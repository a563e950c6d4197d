// Labels side by side, such as the tags of a journal's line.
import type { Label } from '../../../shared/entities/subject.ts'
import { LabelChip } from './LabelChip.tsx'
import classes from './SubjectTags.module.css'

export function Labels({ labels, below = false }: { labels: readonly Label[]; below?: boolean }) {
  return labels.length === 0 ? null : (
    <span className={classes.labels} data-below={below || undefined}>
      {labels.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  )
}
