// The Time Log Entry dialog over the page.
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TimeLogForm } from './TimeLogForm.tsx'
import type { TimeLogFormProps } from './TimeLogForm.tsx'

export function TimeLogDialog(props: TimeLogFormProps) {
  const { t } = useTranslation('timer')
  return (
    <Modal opened onClose={props.onClose} title={t('timeLog.title')} size={640} closeOnClickOutside={false}>
      <TimeLogForm key={props.timerId} {...props} />
    </Modal>
  )
}
