// The fields of a meeting and what Submit does with them: a new one, an occurrence of a series, or all of it. A refusal stands beside its
// field, and nothing typed is lost.
import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { Occurrence } from '../../../shared/rules/occurrences.ts'
import { dateIn } from '../../../shared/rules/occurrences.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { PeopleSelect } from '../../ui/fields/PeopleSelect.tsx'
import { chooseIn, missingIn } from '../../ui/fields/subjectChoice.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { timesProblem } from '../entries/entryTimes.ts'
import { FormEnd } from '../planned/FormEnd.tsx'
import { TitleField } from '../planned/TitleField.tsx'
import { LogFields } from './LogFields.tsx'
import type { MeetingDraft, Scope } from './meetingDraft.ts'
import { addArgs, draftOf, editArgs, fieldOf, newDraft, partArgs } from './meetingDraft.ts'
import { MeetingLog } from './MeetingLog.tsx'
import { MeetingTimes } from './MeetingTimes.tsx'
import { useFollows, useLogWords } from './meetingWords.ts'
import { gapIn, ruleOf } from './repeatChoice.ts'
import { RepeatFields } from './RepeatFields.tsx'
import { itemsOf, LoggedTime, SeriesPart } from './SeriesPart.tsx'

export type MeetingFieldsProps = {
  /** What is changed; without: a new one. */
  of?: { meeting: MeetingView; occurrence: Occurrence }
  preset?: EntryPreset
  autoFocus?: boolean
  onClose: () => void
}

export function MeetingFields({ of, preset = {}, autoFocus = true, onClose }: MeetingFieldsProps) {
  const { t } = useTranslation('meetings')
  const { t: tc } = useTranslation('common')
  const { rules, team } = useAppState()
  const me = useCurrentUser()
  const clock = useAppClock()
  const format = useFormat()
  const follows = useFollows()
  const [was] = useState(() =>
    of === undefined
      ? newDraft(preset, { now: clock.now(), userId: me.id })
      : draftOf(of.meeting, of.occurrence),
  )
  const [draft, setDraft] = useState(was)
  const [scope, setScope] = useState<Scope>('one')
  const [stay, setStay] = useState(false)
  const [tried, setTried] = useState(false)
  const logWords = useLogWords()
  const { title } = draft
  const add = useCommand('meeting.add', {
    errors: 'return',
    undo: ({ log }) => logWords(t('added', { title: title.trim() }), log),
  })
  const edit = useCommand('meeting.edit', {
    errors: 'return',
    undo: ({ log }) => logWords(t('saved', { title: title.trim() }), log),
  })
  const cancel = useCommand('meeting.cancel', {
    errors: 'return',
    undo: ({ log }) => logWords(t(`cancelled.${series ? scope : 'all'}`, { title: was.title }), log),
  })
  const series = of !== undefined && of.meeting.repeat !== ''
  /** Only its time, title and place are an occurrence's own. */
  const oneOnly = series && scope === 'one'
  const set = (change: Partial<MeetingDraft>) => setDraft((now) => ({ ...now, ...change }))
  const { times, allDay, choice, repeat, logged } = draft
  const [refused, setRefused] = useRefusal((error) => {
    const field = fieldOf(error, oneOnly)
    if (field === 'stop') return [times, allDay]
    if (field === 'repeat') return [repeat, times]
    return field === 'log' ? [logged, choice, draft.userIds, allDay, times] : [draft, scope]
  })
  const at = refused === null ? null : fieldOf(refused, oneOnly)
  const refusal = refused !== null && <ErrorView error={refused} />
  const zone = of?.meeting.zone ?? format.zone
  const first = dateIn(times.startAt ?? was.times.startAt ?? 0, zone)
  const problem = timesProblem(times)
  const gap = oneOnly ? null : gapIn(repeat)
  const missing = logged && !oneOnly ? missingIn(choice, rules) : []
  const nobody = draft.userIds.length === 0
  const part = of === undefined ? null : { ...of, scope: series ? scope : ('all' as const), stay }
  const items = part === null ? null : itemsOf(part.meeting, part.occurrence.at, part.scope)

  const submit = async () => {
    setTried(true)
    const complete = problem === null && gap === null && missing.length === 0 && !nobody
    if (title.trim() === '' || !complete || noteTooLong(draft.note) > 0) return
    const args = part === null ? addArgs(draft, zone) : null
    const edits = part === null ? null : editArgs(draft, was, part)
    const reply = args === null ? edits && (await edit.run(edits)) : await add.run(args)
    if (reply === null) return
    if (reply.ok) onClose()
    else setRefused(reply.error)
  }
  const cancelIt = async () => {
    if (part === null) return
    const reply = await cancel.run(partArgs(part))
    if (reply.ok) onClose()
    else setRefused(reply.error)
  }
  const stopError =
    problem === 'stopBeforeStart' || problem === 'zero'
      ? t('stopBeforeStart')
      : tried && problem === 'noStop'
        ? tc('required')
        : at === 'stop'
          ? refusal
          : undefined
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="md">
        {series && <SeriesPart scope={scope} onChange={setScope} />}
        <TitleField
          label={t('title')}
          value={title}
          tried={tried}
          autoFocus={autoFocus}
          onChange={(next) => set({ title: next })}
        />
        <MeetingTimes
          times={times}
          allDay={allDay}
          zone={zone}
          fixedKind={oneOnly}
          onChange={(next, days) => set({ times: next, allDay: days })}
          startError={tried && problem === 'noStart' ? tc('required') : undefined}
          stopError={stopError}
        />
        {zone !== format.zone && (
          <Text size="sm" c="dimmed">
            {t('otherZone', { zone })}
          </Text>
        )}
        <TextInput
          label={t('place')}
          value={draft.place}
          maxLength={500}
          dir="auto"
          autoComplete="off"
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        {!oneOnly && (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
              <CustomerSelect
                value={choice.customer}
                clearable
                error={tried && missing.includes('customer') ? tc('required') : undefined}
                onChange={(customer) => set({ choice: chooseIn(choice, 'customer', customer).choice })}
              />
              {(team || draft.userIds.length > 1) && (
                <PeopleSelect
                  label={t('people')}
                  chosen={draft.userIds}
                  keep={of?.meeting.people ?? []}
                  maxValues={50}
                  onChange={(userIds) => set({ userIds })}
                  error={nobody ? tc('required') : undefined}
                />
              )}
            </SimpleGrid>
            <RepeatFields
              value={repeat}
              first={first}
              onChange={(next) => set({ repeat: next })}
              gap={tried ? gap : null}
              error={at === 'repeat' ? refusal : undefined}
              follows={follows({ ...times, zone, allDay, repeat: ruleOf(repeat, first) })}
            />
            <LogFields
              logged={logged}
              choice={choice}
              keep={of?.meeting ?? {}}
              showMissing={tried}
              error={at === 'log' ? refusal : undefined}
              onChange={set}
            />
            <NoteField label={t('notes')} minRows={2} value={draft.note} onChange={(note) => set({ note })} />
          </>
        )}
        {of !== undefined && <MeetingLog meeting={of.meeting} occurrence={of.occurrence} />}
        {items !== null && <LoggedTime {...items} stay={stay} onChange={setStay} />}
        <FormEnd
          refused={at === null ? refused : null}
          add={of === undefined ? t('submit') : null}
          pending={add.pending || edit.pending}
          onClose={onClose}
        >
          {of !== undefined && (
            <Button variant="light" color="red" loading={cancel.pending} onClick={() => void cancelIt()}>
              {t(`cancel.${series ? scope : 'once'}`)}
            </Button>
          )}
        </FormEnd>
      </Stack>
    </SubmitForm>
  )
}
