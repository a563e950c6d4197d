// What is wrong with a cell of the client log, as a sentence.
import { useTranslation } from 'react-i18next'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { Typed } from './useLog.ts'

export function ProblemText({ problem }: { problem: NonNullable<Typed['problem']> }) {
  const { t } = useTranslation('clientLog')
  const format = useFormat()
  if (typeof problem !== 'string') return <ErrorView error={problem} />
  return <>{t(`problem.${problem}`, { date: format.date('2026-03-31', 'short') })}</>
}
