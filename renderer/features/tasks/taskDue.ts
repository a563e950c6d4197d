// When a task is due, in words, and whether that is over.
import { useTranslation } from 'react-i18next'
import type { Task } from '../../../shared/entities/task.ts'
import { isOverdue } from '../../../shared/rules/taskDue.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useNow } from '../../clock/clock.tsx'
import { useFormat } from '../../ui/figures/format.ts'

type Dated = Pick<Task, 'dueDate' | 'startAt' | 'endAt' | 'status'>

export function useDueWords(): (task: Dated) => { text: string; overdue: boolean } {
  const { t } = useTranslation('tasks')
  const { today } = useAppState()
  const now = useNow()
  const format = useFormat()
  return (task) => {
    const overdue = isOverdue(task, now, today)
    const { dueDate, startAt } = task
    const day = dueDate ?? (startAt === null ? null : format.local(startAt).date)
    if (day === null) return { text: t('noDate'), overdue }
    const date = day === today ? t('today') : format.date(day)
    const text = startAt === null || dueDate !== null ? date : `${date}, ${format.time(startAt)}`
    return { text: overdue ? t('overdue', { when: text }) : text, overdue }
  }
}
