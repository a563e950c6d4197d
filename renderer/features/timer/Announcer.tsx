// Says changes of the timer's state to screen readers, and writes the window's title: what runs, the page, the program.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentTimer, useElapsedMinutes, useTimerState } from '../../clock/clock.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { usePageTitle } from '../../ui/pageTitle.ts'
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
      {/* At the top: below a page as high as its window it would make that scroll. */}
      <div className="visually-hidden" style={{ insetBlockStart: 0 }} aria-live="polite" aria-atomic="true">
        {said.text}
      </div>
      {current === null ? <PlainTitle /> : <TitleOf timer={current} />}
    </>
  )
}

function PlainTitle() {
  const named = useNamedTitle()
  useEffect(() => {
    document.title = named
  }, [named])
  return null
}

/** "Diary – Daybook": the page, then the program. */
function useNamedTitle(): string {
  const { t } = useTranslation('common')
  const { title } = usePageTitle()
  return title === '' ? t('appName') : `${title} – ${t('appName')}`
}

function TitleOf({ timer }: { timer: TimerView }) {
  const named = useNamedTitle()
  const format = useFormat()
  const nameOf = useSessionName()
  // Whole minutes only: a tab's title that moves every second is a nuisance.
  const minutes = useElapsedMinutes(timer)
  const sign = timer.state === 'paused' ? '❚❚ ' : ''
  const title = `${sign}${format.duration(minutes * 60_000)} ${nameOf(timer)} – ${named}`
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
