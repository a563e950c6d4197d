// The Time Log Entry dialog over the page.
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeLogForm } from './TimeLogForm.tsx'
import type { TimeLogFormProps } from './TimeLogForm.tsx'

export function TimeLogDialog(props: TimeLogFormProps) {
  const { t } = useTranslation('timer')
  return (
    <Dialog onClose={props.onClose} title={t('timeLog.title')} size={640} closeOnClickOutside={false}>
      <TimeLogForm key={props.timerId} {...props} />
    </Dialog>
  )
}
