// The dialog of one task: a form for those who may change it; for others what it says.
import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { TaskFields } from './TaskFields.tsx'
import { useDueWords } from './taskDue.ts'

export function TaskDialog({ taskId, onClose }: { taskId: Id; onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const due = useDueWords()
  const query = useRequest('task.get', { taskId })
  return (
    <Dialog onClose={onClose} title={t('dialog')} size={600} closeOnClickOutside={false}>
      <Loaded query={query} rows={5}>
        {(task) =>
          task.editable ? (
            <TaskFields key={task.id} task={task} onClose={onClose} />
          ) : (
            <Stack gap="xs">
              <Text fw={600} dir="auto">
                {task.title}
              </Text>
              <Text size="sm">
                {[task.userName, task.customerName, due(task).text]
                  .filter((text) => text !== null && text !== '')
                  .join(' · ')}
              </Text>
              <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
                {task.note}
              </Text>
            </Stack>
          )
        }
      </Loaded>
    </Dialog>
  )
}
