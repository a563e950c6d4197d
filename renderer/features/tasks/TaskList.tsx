// A list of tasks: ticked off and opened again by their boxes, opened by their names; what is overdue says so.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '../../../shared/contract/task.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import { useDueWords } from './taskDue.ts'
import classes from './TaskList.module.css'
import { useTaskActs } from './useTaskActs.ts'

export type TaskListProps = {
  label: string
  tasks: readonly TaskView[]
  /** What is said beside the title: whose it is, or for which customer. */
  beside: 'user' | 'customer'
  onOpen: (task: TaskView) => void
}

export function TaskList({ label, tasks, beside, onOpen }: TaskListProps) {
  const { t } = useTranslation('tasks')
  const dueOf = useDueWords()
  const acts = useTaskActs()
  const tries = useAttempts()
  return (
    <>
      <Refusal
        error={tries.refused?.error ?? null}
        onClose={tries.close}
        onRetry={() => tries.refused?.retry()}
      />
      <ul className={classes.list} aria-label={label}>
        {tasks.map((task) => {
          const { id, title, status, type, editable } = task
          const done = status === 'Done'
          const due = dueOf(task)
          const other = beside === 'user' ? task.userName : task.customerName
          return (
            <li key={id} className={classes.row} data-done={done || undefined}>
              <Checkbox
                aria-label={t(done ? 'untick' : 'tick', { title })}
                checked={done}
                disabled={!editable}
                onChange={() => void tries.attempt(() => acts.tick(task))}
              />
              <button
                type="button"
                className={classes.main}
                aria-label={[t('open', { title }), due.text, other].filter(Boolean).join(', ')}
                onClick={() => onOpen(task)}
              >
                <bdi className={`${classes.title} truncate`} title={title}>
                  {title}
                </bdi>
                {type !== 'Task' && <span className="quiet">{t(`types.${type}`)}</span>}
                {other !== null && (
                  <bdi className={`${classes.other} truncate quiet`} title={other}>
                    {other}
                  </bdi>
                )}
              </button>
              <span className={`${classes.due} num`} data-overdue={due.overdue || undefined}>
                {done ? t('status.Done') : due.text}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
