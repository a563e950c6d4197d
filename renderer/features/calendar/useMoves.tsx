// Moves and changes of what stands in the calendar, by mouse and by keys: the same command as the form, each undoable. What is refused
// goes back and says why beside it; a drop into an hour that comes twice asks which is meant, and so does a meeting of a series.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { offsetText } from '../../ui/figures/offsetText.ts'
import { Bubble } from './Bubble.tsx'
import type { BubblePlace } from './Bubble.tsx'
import type { Dropped } from './FullCalendarGrid.tsx'
import { keyOf, movedItem, zoneOf } from './items.ts'
import type { ItemWords } from './items.ts'
import { anyOf, readWall, startingAt } from './moves.ts'
import type { Span } from './moves.ts'
import { PartQuestion } from './PartQuestion.tsx'
import { useRoving } from './roving.ts'
import { asksFirst, useMoveCommand } from './useMoveCommand.ts'
import type { MeetingPart } from './useMoveCommand.ts'

type Question = {
  at: BubblePlace
  text: string
  first: Instant
  second: Instant
  answer: (at: Instant | null) => void
}
type Asked = { at: BubblePlace; item: CalendarItem; answer: (part: MeetingPart | null) => void }
type Refused = { at: BubblePlace; error: AppError }

export function useMoves(
  words: ItemWords,
  items: readonly CalendarItem[],
  /** Asks for the items anew; resolves as soon as they are as they are from now on. */
  again: () => Promise<unknown>,
) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const run = useMoveCommand()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  /** What was answered for the meeting that is being moved by keys: each further step is of the same part. */
  const answeredPart = useRef<{ meetingId: string; part: MeetingPart } | null>(null)
  const [said, setSaid] = useState('')
  /** Where items are drawn until an answer has them there that was asked for after their command was done. */
  const [moving, setMoving] = useState<ReadonlyMap<string, Span>>(new Map())
  /** Their commands, one after the other. */
  const queue = useRef(Promise.resolve())
  /** It stands where the answer has it, unless it was moved once more meanwhile. */
  const settle = (key: string, span: Span) =>
    setMoving((now) => (now.get(key) === span ? new Map([...now].filter(([other]) => other !== key)) : now))

  const placed = useMemo(
    () =>
      items.map((item) => {
        const span = moving.get(keyOf(item))
        return span === undefined ? item : movedItem(item, span, format.zone)
      }),
    [items, moving, format.zone],
  )
  const spanOf = (item: CalendarItem): Span => moving.get(keyOf(item)) ?? item

  const partOf = async (
    item: CalendarItem,
    at: BubblePlace,
    byKeys: boolean,
  ): Promise<MeetingPart | null> => {
    const { meetingId } = item
    if (!asksFirst(item) || meetingId === null) return { scope: 'all', stay: false }
    if (byKeys && answeredPart.current?.meetingId === meetingId) return answeredPart.current.part
    const part = await new Promise<MeetingPart | null>((answer) => setAsked({ at, item, answer }))
    setAsked(null)
    answeredPart.current = part === null ? null : { meetingId, part }
    return part
  }

  const move = (item: CalendarItem, span: Span, at: BubblePlace, revert?: () => void) => {
    const key = keyOf(item)
    const was = spanOf(item)
    setMoving((now) => new Map(now).set(key, span))
    setRefused(null)
    setSaid(words.when(movedItem(item, span, format.zone)))
    const back = () => {
      settle(key, span)
      revert?.()
    }
    queue.current = queue.current.then(async () => {
      const part = await partOf(item, at, revert === undefined)
      if (part === null) return back()
      const reply = await run(item, was, span, part)
      if (reply.ok) {
        void again().then(() => settle(key, span))
        // A whole series that moves has other occurrences, and the focus goes on with this one.
        if (item.meeting?.repeated === true && part.scope !== 'one' && useRoving.getState().key === key) {
          useRoving.getState().enter(`meeting ${item.meetingId ?? ''} ${span.startAt}`)
          useRoving.getState().hold()
        }
        return
      }
      back()
      setRefused({ at, error: reply.error })
    })
  }

  /** Of a place in the calendar the instant, after asking where there are two. */
  const instantAt = (wall: number, at: BubblePlace): Promise<Instant | null> => {
    const reading = readWall(wall, format.zone)
    if (reading.kind !== 'twice') return Promise.resolve(anyOf(reading))
    const { first, second } = reading
    return new Promise((answer) =>
      setQuestion({ at, text: t('twice', { time: format.time(first) }), first, second, answer }),
    )
  }

  const drop = async ({ item, start, end, at, revert }: Dropped) => {
    const was = spanOf(item)
    // A moved one has another start and end; of a changed one one of the two stayed.
    const wall = start ?? end
    if (wall === null) return
    if (item.day !== null) {
      // A day begins once, whatever its clocks do.
      const dayAt = (day: number): Instant => anyOf(readWall(day, zoneOf(item, format.zone)))
      const startAt = start === null ? was.startAt : dayAt(start)
      return move(item, { startAt, endAt: end === null ? was.endAt : dayAt(end) }, at, revert)
    }
    const instant = await instantAt(wall, at)
    if (instant === null) return revert()
    const span =
      start === null
        ? { ...was, endAt: instant }
        : end === null
          ? { ...was, startAt: instant }
          : startingAt(was, instant)
    move(item, span, at, revert)
  }

  const answer = (at: Instant | null) => {
    question?.answer(at)
    setQuestion(null)
  }
  const bubbles = (
    <>
      {asked?.item.meeting != null && (
        <PartQuestion
          at={asked.at}
          title={words.title(asked.item)}
          meeting={asked.item.meeting}
          onAnswer={asked.answer}
        />
      )}
      {refused !== null && (
        <Bubble at={refused.at} label={t('refused')} onClose={() => setRefused(null)}>
          <Refusal error={refused.error} onClose={() => setRefused(null)} />
        </Bubble>
      )}
      {question !== null && (
        <Bubble at={question.at} label={question.text} onClose={() => answer(null)}>
          <Stack gap="xs">
            <Text size="sm">{question.text}</Text>
            <Group gap="xs">
              <Button size="compact-sm" onClick={() => answer(question.first)}>
                {t('twiceFirst', { offset: offsetText(question.first, format.zone) })}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => answer(question.second)}>
                {t('twiceSecond', { offset: offsetText(question.second, format.zone) })}
              </Button>
            </Group>
          </Stack>
        </Bubble>
      )}
    </>
  )
  return {
    placed,
    /** Resolves when what was moved so far is done, or refused. */
    done: () => queue.current,
    move,
    drop,
    instantAt,
    spanOf,
    said,
    say: setSaid,
    bubbles,
  }
}
