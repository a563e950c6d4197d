// The Customer Timer modal (B10 to B12): customer, category, Submit; Enter three times starts what was done last. A project is
// asked for only where the customer has some.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/CustomerSelect.tsx'
import { ErrorView } from '../../ui/ErrorView.tsx'
import { ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { useFormat } from '../../ui/format.ts'
import { useCurrentTimer } from './clock.tsx'
import type { Named } from './dialogs.tsx'
import { useSessionName } from './names.ts'

export type CustomerTimerModalProps = {
  customer?: Named | null
  category?: Named | null
  onClose: () => void
}

export function CustomerTimerModal(props: CustomerTimerModalProps) {
  const { t } = useTranslation('timer')
  return (
    <Modal opened onClose={props.onClose} title={t('customerTimer')} size={420}>
      <CustomerTimerForm {...props} />
    </Modal>
  )
}

export function CustomerTimerForm(props: CustomerTimerModalProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const { rules } = useAppState()
  const { severalTimers } = useOrganisation()
  const current = useCurrentTimer()
  const nameOf = useSessionName()
  const [customer, setCustomer] = useState<Named | null>(props.customer ?? null)
  const [customerComing, setCustomerComing] = useState(false)
  const [category, setCategory] = useState<Named | null>(props.category ?? null)
  const [project, setProject] = useState<Named | null>(null)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const start = useCommand('timer.start', { errors: 'return' })
  const switching = useCommand('timer.start', { errors: 'return', undo: t('switched') })
  const categoryInput = useRef<HTMLInputElement>(null)
  const projectInput = useRef<HTMLInputElement>(null)
  const submitButton = useRef<HTMLButtonElement>(null)

  // A timer that another window started meanwhile shows as a refusal; then, too, a switch is offered.
  const running = current !== null || error?.code === 'timer.alreadyRunning'
  const customerMissing = rules.requireCustomer && customer === null
  const categoryMissing = rules.requireCategory && category === null

  const submit = async (mode: 'start' | 'switch') => {
    setTried(true)
    if (customerMissing || categoryMissing) return
    const args = {
      customerId: customer?.id ?? null,
      categoryId: category?.id ?? null,
      projectId: project?.id ?? null,
    }
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
                since: format.time(current.startedAt),
              })}
            </Text>
          </Alert>
        )}
        <CustomerSelect
          label={t('customerName')}
          value={customer}
          onChange={(choice) => {
            if (choice?.id !== customer?.id) setProject(null)
            setCustomer(choice)
          }}
          required={rules.requireCustomer}
          clearable={!rules.requireCustomer}
          autoFocus={props.customer === undefined || props.customer === null}
          error={tried && customerMissing ? tc('required') : undefined}
          onComing={setCustomerComing}
          onPicked={() => categoryInput.current?.focus()}
        />
        <CategorySelect
          value={category}
          onChange={setCategory}
          customerId={customer?.id ?? null}
          waiting={customerComing}
          required={rules.requireCategory}
          clearable={!rules.requireCategory}
          autoFocus={props.customer != null && props.category == null}
          inputRef={categoryInput}
          error={tried && categoryMissing ? tc('required') : undefined}
          // The project is passed by the Enter that starts, so that three of them start here as well.
          onPicked={() => (projectInput.current ?? submitButton.current)?.focus()}
        />
        <ProjectSelect
          inputRef={projectInput}
          customerId={customer?.id ?? null}
          value={project}
          onChange={setProject}
          onPicked={() => submitButton.current?.focus()}
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
          <Button
            ref={submitButton}
            type="submit"
            color="green.9"
            loading={start.pending || switching.pending}
          >
            {mode === 'switch' ? t('start.switch') : t('submit')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
