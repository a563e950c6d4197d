// What a screen shows of a query: a skeleton after 200 ms, the refusal with a way to try again, or the answer.
import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { appErrorOf } from '../../channel/requestError.ts'
import { ErrorView } from './ErrorView.tsx'

export type LoadedProps<T> = {
  query: UseQueryResult<T>
  /** Rows of the skeleton. */
  rows?: number
  children: (data: T) => ReactNode
}

export function Loaded<T>({ query, rows = 5, children }: LoadedProps<T>) {
  const { t } = useTranslation('common')
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) {
    return (
      <Alert color="red" variant="light">
        <Stack gap="sm" align="flex-start">
          <ErrorView error={appErrorOf(query.error)} />
          <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>
            {t('retry')}
          </Button>
        </Stack>
      </Alert>
    )
  }
  return <SkeletonRows rows={rows} />
}

/** Nothing to be seen for 200 ms, because an answer is mostly there by then; a skeleton after. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation('common')
  const late = useLate(200)
  return (
    <Stack gap="sm" role="status" aria-busy="true" aria-label={t('loading')}>
      {late &&
        Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={28} width={`${96 - (row % 3) * 9}%`} />
        ))}
    </Stack>
  )
}

/** False, then true once the component has been on screen for so long. */
export function useLate(ms: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timeout = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timeout)
  }, [ms])
  return late
}
