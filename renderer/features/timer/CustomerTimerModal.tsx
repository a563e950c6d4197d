// The Customer Timer modal (B10 to B12): customer, category, Submit; Enter three times starts what was done last. A project is
// asked for only where the customer has some.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { missingIn, NOTHING_CHOSEN, subjectArgs } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useSince } from '../../ui/figures/format.ts'
import { useCurrentTimer } from '../../clock/clock.tsx'
import { useSwitchedWords } from './switchedWords.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'

export type CustomerTimerModalProps = {
  /** What it starts with. */
  chosen?: Partial<SubjectChoice>
  /** A customer is chosen whatever the rules say (A3). */
  customerRequired?: boolean
  onClose: () => void
}

export function CustomerTimerModal(props: CustomerTimerModalProps) {
  const { t } = useTranslation('timer')
  return (
    <Dialog onClose={props.onClose} title={t('customerTimer')} size={420}>
      <CustomerTimerForm {...props} />
    </Dialog>
  )
}

export function CustomerTimerForm(props: CustomerTimerModalProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const since = useSince()
  const { rules: demanded } = useAppState()
  const rules = props.customerRequired === true ? { ...demanded, requireCustomer: true } : demanded
  const { severalTimers } = useOrganisation()
  const current = useCurrentTimer()
  const nameOf = useSessionName()
  const switched = useSwitchedWords()
  const [choice, setChoice] = useState<SubjectChoice>({ ...NOTHING_CHOSEN, ...props.chosen })
  const [tried, setTried] = useState(false)
  const [error, setError] = useRefusal(() => [choice])
  const start = useCommand('timer.start', { errors: 'return' })
  const switching = useCommand('timer.start', { errors: 'return', undo: switched })

  // A timer that another window started meanwhile shows as a refusal; then, too, a switch is offered.
  const running = current !== null || error?.code === 'timer.alreadyRunning'
  const submit = async (mode: 'start' | 'switch') => {
    setTried(true)
    if (missingIn(choice, rules).length > 0) return
    const args = subjectArgs(choice)
    const reply = await (mode === 'switch' ? switching.run({ ...args, switch: true }) : start.run(args))
    if (reply.ok) props.onClose()
    else setError(reply.error)
  }
  const mode = running && !severalTimers ? 'switch' : 'start'

  return (
    <SubmitForm onSubmit={() => void submit(mode)}>
      <Stack gap="md">
        {current !== null && (
          <Alert variant="light" color="accent" p="xs">
            <Text size="sm">
              {t(severalTimers ? 'start.besideHint' : 'start.switchHint', {
                what: nameOf(current),
                since: since(current.startedAt),
              })}
            </Text>
          </Alert>
        )}
        <SubjectFields
          value={choice}
          onChange={setChoice}
          only="first"
          rules={rules}
          labels={{ customer: t('customerName') }}
          autoFocus
          showMissing={tried}
        />
        {error !== null && error.code !== 'timer.alreadyRunning' && (
          <Alert color="red" variant="light" p="xs">
            <ErrorView error={error} />
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {tc('cancel')}
          </Button>
          {running && severalTimers && (
            <Button variant="default" loading={switching.pending} onClick={() => void submit('switch')}>
              {t('start.switch')}
            </Button>
          )}
          <Button type="submit" color="green.9" loading={start.pending || switching.pending}>
            {mode === 'switch' ? t('start.switch') : t('submit')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
