// Says changes of the timer's state to screen readers, and shows the running session in the window's title.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentTimer, useElapsedMinutes, useTimerState } from './clock.tsx'
import { useFormat } from '../../ui/format.ts'
import { useSessionName } from './names.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'

export function Announcer() {
  const { t } = useTranslation('timer')
  const nameOf = useSessionName()
  const current = useCurrentTimer()
  const known = useTimerState() !== undefined
  const key = !known ? 'unknown' : current === null ? 'none' : `${current.id} ${current.state}`
  const [said, setSaid] = useState({ key, text: '' })
  // Only a change is announced: not the state that is found on opening, and never the seconds.
  if (said.key !== key) {
    const what = current === null ? '' : nameOf(current)
    const text =
      current === null
        ? t('announce.stopped')
        : t(current.state === 'paused' ? 'announce.paused' : 'announce.running', { what })
    setSaid({ key, text: said.key === 'unknown' ? '' : text })
  }
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said.text}
      </div>
      {current === null ? <PlainTitle /> : <TitleOf timer={current} />}
    </>
  )
}

function PlainTitle() {
  const { t } = useTranslation('common')
  const name = t('appName')
  useEffect(() => {
    document.title = name
  }, [name])
  return null
}

function TitleOf({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const nameOf = useSessionName()
  // Whole minutes only: a tab's title that moves every second is a nuisance.
  const minutes = useElapsedMinutes(timer)
  const sign = timer.state === 'paused' ? '❚❚ ' : ''
  const title = `${sign}${format.duration(minutes * 60_000)} ${nameOf(timer)} – ${t('appName')}`
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
