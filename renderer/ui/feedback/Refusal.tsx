// A refusal beside what was refused: the sentence, the timers in the way, the ways out, and the change once more.
import { Button, CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from './ErrorView.tsx'
import classes from './Refusal.module.css'

export type RefusalProps = {
  /** For the field that it is about, whose `aria-errormessage` it is. */
  id?: string
  error: AppError | null
  onClose: () => void
  /** Tries the refused change once more, for instance after the timer in the way was stopped. */
  onRetry?: () => void
}

export function Refusal({ id, error, onClose, onRetry }: RefusalProps) {
  const { t } = useTranslation('common')
  if (error === null) return null
  return (
    <div className={classes.refusal}>
      <div className={classes.body} id={id}>
        <ErrorView
          error={error}
          wayOut={
            onRetry !== undefined && (
              <Button size="compact-sm" variant="default" onClick={onRetry}>
                {t('retry')}
              </Button>
            )
          }
        />
      </div>
      <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
    </div>
  )
}
