// The quick timer window (360 px): the running timer on top, a search, and recents with one click to switch.
import { ActionIcon, Button, CloseButton, Text, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { NotebookPen, Pause, Play, Search, Square } from 'lucide-react'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentChoice, TimerView } from '../../../shared/contract/timer.ts'
import { subjectKey } from '../../../shared/entities/subject.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { Clock } from '../../ui/figures/Time.tsx'
import { useTimerState } from '../../clock/clock.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { openNotes } from './popOut.ts'
import classes from './QuickTimer.module.css'
import { quickChoices } from './quickChoices.ts'
import { useTimerCommands } from './useTimerActions.ts'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export function QuickTimer() {
  const { t } = useTranslation('timer')
  const state = useTimerState()
  const commands = useTimerCommands()
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search.trim().slice(0, 200), 60)
  const recents = useRequest('timer.recents', { limit: 40 })
  // Without recents (a new firm), all customers are offered.
  const wanted = text !== '' || recents.data?.length === 0
  const found = useRequest('customer.suggest', text === '' ? { limit: 20 } : { search: text, limit: 20 }, {
    enabled: wanted,
    keepPrevious: true,
  })
  const categories = useRequest('category.list', { activeOnly: true })
  const list = useRef<HTMLUListElement>(null)
  useShortcuts([['Escape', () => window.close()]], [])

  const choices = quickChoices(
    recents.data ?? [],
    text,
    wanted ? (found.data ?? []) : [],
    categories.data?.[0] ?? null,
  )
  const active = state?.timers.filter((timer) => timer.state !== 'stopped') ?? []
  const pick = async (choice: RecentChoice) => {
    if (await commands.switchTo(choice)) setSearch('')
  }
  const move = (event: KeyboardEvent, step: number) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const index = items.findIndex((item) => item === document.activeElement)
    const next = items[index + step]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(event, 1)
    else if (event.key === 'ArrowUp') move(event, -1)
    else if (event.key === 'Escape') window.close()
  }
  const first = choices[0]
  return (
    // The keys belong to the whole small window.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className={classes.quick} onKeyDown={onKeyDown}>
      {!commands.usable ? (
        <EmptyState title={t('quick.off')} text={t('quick.offText')} />
      ) : (
        <>
          {active.map((timer) => (
            <Running key={timer.id} timer={timer} />
          ))}
          {state !== undefined && active.length === 0 && (
            <div className={classes.idle}>
              <Text c="dimmed" size="sm">
                {t('idle')}
              </Text>
              {recents.data !== undefined && recents.data.length > 0 && (
                <Button
                  size="compact-md"
                  variant="light"
                  color="green"
                  leftSection={<Play size={14} />}
                  onClick={() => void commands.continueLast()}
                >
                  {t('continueLast')}
                </Button>
              )}
            </div>
          )}
          <SubmitForm
            className={classes.search}
            onSubmit={() => {
              if (first !== undefined) void pick(first)
            }}
          >
            <TextInput
              aria-label={t('quick.search')}
              placeholder={t('quick.search')}
              leftSection={<Search size={15} />}
              rightSection={
                search === '' ? null : (
                  <CloseButton size="sm" aria-label={t('quick.clear')} onClick={() => setSearch('')} />
                )
              }
              value={search}
              // The window exists to be typed into.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </SubmitForm>
          {choices.length === 0 && recents.data !== undefined && found.data !== undefined && (
            <Text c="dimmed" size="sm" p="md" ta="center" role="status">
              {t(text === '' ? 'quick.empty' : 'quick.nothing')}
            </Text>
          )}
          <ul className={classes.list} ref={list} aria-label={t('quick.recents')}>
            {choices.map((choice) => (
              <Choice
                key={subjectKey(choice)}
                choice={choice}
                running={active.some((timer) => subjectKey(timer) === subjectKey(choice))}
                onPick={() => void pick(choice)}
              />
            ))}
          </ul>
        </>
      )}
    </main>
  )
}

function Running({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const { pauseOrResume } = useTimerCommands()
  const paused = timer.state === 'paused'
  return (
    <section className={classes.running} data-state={timer.state} aria-label={t('running')}>
      <div className={classes.names}>
        <span className={`${classes.customer} truncate`} title={timer.customerName ?? ''} dir="auto">
          {timer.customerName ?? tc('noCustomer')}
        </span>
        <span className={`${classes.category} truncate`} title={timer.categoryName ?? ''}>
          {timer.categoryName ?? tc('noCategory')}
        </span>
        <SubjectTags of={timer} />
      </div>
      <span className={classes.clock} data-paused={paused || undefined}>
        <Clock timer={timer} />
      </span>
      <div className={classes.acts}>
        <Button
          size="compact-md"
          variant="default"
          leftSection={paused ? <Play size={14} /> : <Pause size={14} />}
          onClick={() => void pauseOrResume(timer)}
        >
          {paused ? t('resume') : t('pause')}
        </Button>
        <Button
          size="compact-md"
          variant="light"
          color="red"
          leftSection={<Square size={12} fill="currentColor" />}
          onClick={() => openNotes(timer.id)}
        >
          {t('stopWork')}
        </Button>
        <Tooltip label={t('quick.notes')}>
          <ActionIcon
            variant="default"
            size="md"
            aria-label={t('quick.notes')}
            onClick={() => openNotes(timer.id)}
          >
            <NotebookPen size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
    </section>
  )
}

function Choice({ choice, running, onPick }: { choice: RecentChoice; running: boolean; onPick: () => void }) {
  const { t } = useTranslation('timer')
  const nameOf = useSessionName()
  const { customerName, categoryName } = choice
  return (
    <li>
      <button
        type="button"
        className={classes.choice}
        disabled={running}
        aria-label={t(running ? 'quick.isRunning' : 'quick.switchTo', { what: nameOf(choice) })}
        onClick={onPick}
      >
        <Play size={13} aria-hidden className={classes.play} />
        <span className="truncate" title={customerName ?? ''} dir="auto">
          {customerName ?? nameOf(choice)}
        </span>
        {customerName !== null && categoryName !== null && (
          <span className={`${classes.category} truncate`}>{categoryName}</span>
        )}
        <SubjectTags of={choice} short />
      </button>
    </li>
  )
}
