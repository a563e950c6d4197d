// Ticks a task off, opens it again, deletes it; each can be taken back.
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { TaskView } from '../../../shared/contract/task.ts'
import { useCommand } from '../../channel/useRequest.ts'

type Act = (task: Pick<TaskView, 'id' | 'status' | 'title'>) => Promise<Reply<unknown>>

export function useTaskActs(): { tick: Act; remove: Act } {
  const { t } = useTranslation('tasks')
  const done = useCommand('task.done', { errors: 'return', undo: t('doneNow') })
  const reopen = useCommand('task.reopen', { errors: 'return', undo: t('openAgain') })
  const remove = useCommand('task.remove', { errors: 'return', undo: t('deleted') })
  return {
    tick: ({ id, status }) => (status === 'Open' ? done : reopen).run({ taskId: id }),
    remove: ({ id }) => remove.run({ taskId: id }),
  }
}
