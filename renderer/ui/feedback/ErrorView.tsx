// A refusal in words: the sentence, the nearest names, and the timers in the way with the ways out (spec C).
import { List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, ErrorDetails } from '../../../shared/contract/errors.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { useFormat } from '../figures/format.ts'
import { MakeActive } from './MakeActive.tsx'
import { IncidentHelp } from './IncidentHelp.tsx'
import { TimerInTheWay } from './TimerInTheWay.tsx'

export type ErrorViewProps = {
  error: AppError
  onSettled?: () => void
  /** Stands beside the ways out of the last timer that is in the way. */
  wayOut?: ReactNode
}

export function ErrorView({ error, onSettled, wayOut }: ErrorViewProps) {
  const { t, i18n } = useTranslation('common')
  const timers = error.details?.timers ?? []
  const nearest = error.details?.nearest ?? []
  // Once it is solved, it is said so, and what is solved is not.
  const [mended, setMended] = useState<AppError | null>(null)
  if (mended === error)
    return (
      <Text size="sm" role="status">
        {t(error.code === 'case.closed' ? 'error.reopened' : 'error.madeActive', {
          name: error.details?.values?.['name'],
        })}
      </Text>
    )
  return (
    <Stack gap="xs" role="alert">
      <Text size="sm">{errorSentence(error, i18n.language)}</Text>
      {Object.entries(error.details?.fields ?? {}).map(([field, reason]) => (
        <Text key={field} size="sm" c="dimmed" dir="ltr">
          {field}: {reason}
        </Text>
      ))}
      <MakeActive error={error} onMade={() => setMended(error)} />
      {nearest.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('error.nearest', { names: nearest.join(', ') })}
        </Text>
      )}
      {error.details?.refusals !== undefined && <RefusedOnes refusals={error.details.refusals} />}
      {timers.map((timer, index) => (
        <TimerInTheWay
          key={timer.timerId}
          timer={timer}
          onSettled={onSettled}
          wayOut={index === timers.length - 1 && wayOut}
        />
      ))}
      {error.incident !== undefined && <IncidentHelp incident={error.incident} details={error.code} />}
    </Stack>
  )
}

const SHOWN = 5

/** Of several that were to change at once, which could not, and why. */
function RefusedOnes({ refusals }: { refusals: NonNullable<ErrorDetails['refusals']> }) {
  const { t, i18n } = useTranslation('common')
  const format = useFormat()
  return (
    <List size="sm">
      {refusals.slice(0, SHOWN).map(({ id, at, name, error }) => (
        <List.Item key={id}>
          <span className="num">{format.dateTime(at)}</span>
          {name !== null && (
            <>
              {' · '}
              <bdi>{name}</bdi>
            </>
          )}
          {': '}
          {errorSentence(error, i18n.language)}
        </List.Item>
      ))}
      {refusals.length > SHOWN && (
        <List.Item>{t('error.moreRefused', { count: refusals.length - SHOWN })}</List.Item>
      )}
    </List>
  )
}
