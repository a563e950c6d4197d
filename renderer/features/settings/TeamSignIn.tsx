// One's own sign-in at the team's server: the second factor and its recovery codes; and what an administrator demands of everybody.
import { Anchor, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DrawnFactor, OwnSignIn } from '../../../shared/contract/team.ts'
import { SHORTEST_PASSWORD, SIGN_IN_EVENTS } from '../../../shared/team/protocol.ts'
import type { SignInEvent } from '../../../shared/team/protocol.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { FactorCode, FactorPicture } from '../team/FactorFields.tsx'
import { useRecoveryCodes } from '../team/recoveryCodes.ts'
import { useAnswer } from '../team/useAnswer.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { Row } from './settingsSearch.tsx'
import { SecretField } from '../../ui/fields/SecretField.tsx'

export function TeamSignIn({ server }: { server: string }) {
  const { t } = useTranslation('team')
  const permitted = usePermitted()
  const { value, error, again } = useAnswer('team.signIn')
  return (
    <>
      <Row label={t('signIn.own')} hint={value === null ? undefined : t('signIn.as', { email: value.email })}>
        <Refusal error={error} onClose={again} />
        {value === null ? (
          error === null && <SkeletonRows rows={1} />
        ) : (
          <Own signIn={value} server={server} onChanged={again} />
        )}
      </Row>
      {value !== null && permitted('team.setRules') && <Demanded signIn={value} onChanged={again} />}
      {permitted('team.signInHistory') && <History />}
    </>
  )
}

type OwnProps = { signIn: OwnSignIn; onChanged: () => void }
type Act = 'password' | 'set' | 'renew' | 'drop'

function Own({ signIn: { secondFactor, rules }, server, onChanged }: OwnProps & { server: string }) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => {
    setAct(null)
    onChanged()
  }
  return (
    <Stack gap="xs" mt={4}>
      <Text size="sm">
        {secondFactor === null
          ? t('signIn.none')
          : t('signIn.since', { when: format.dateTime(secondFactor.since) })}
      </Text>
      {secondFactor !== null && (
        <Text size="sm" c="dimmed">
          {t('signIn.left', { left: format.number(secondFactor.recoveryLeft) })}
        </Text>
      )}
      <Group gap="sm">
        <Button variant="default" onClick={() => setAct('password')}>
          {t('signIn.password')}
        </Button>
        {secondFactor === null ? (
          <Button variant="default" onClick={() => setAct('set')}>
            {t('signIn.set')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setAct('renew')}>
              {t('signIn.renew')}
            </Button>
            {!rules.secondFactor && (
              <Button variant="default" onClick={() => setAct('drop')}>
                {t('signIn.drop')}
              </Button>
            )}
          </>
        )}
      </Group>
      <Anchor size="sm" href={`${server}/account`} target="_blank" rel="noreferrer">
        {t('signIn.passkeys')}
      </Anchor>
      {act === 'password' && <ChangePassword onClose={close} />}
      {act === 'set' && <SetFactor onClose={close} />}
      {(act === 'renew' || act === 'drop') && <ChangeFactor act={act} onClose={close} />}
    </Stack>
  )
}

/** The password first: only then a key is on the screen. */
function SetFactor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: tc } = useTranslation('common')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [drawn, setDrawn] = useState<DrawnFactor | null>(null)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const draw = useCommand('team.drawFactor', { errors: 'return' })
  const set = useCommand('team.setFactor', { errors: 'return' })
  const showCodes = useRecoveryCodes((kept) => kept.show)
  const missing = (text: string) => (tried && text.trim() === '' ? tc('required') : undefined)
  const submit = async () => {
    setTried(true)
    setError(null)
    if (password === '') return
    if (drawn === null) {
      const reply = await draw.run({})
      if (!reply.ok) return setError(reply.error)
      setTried(false)
      return setDrawn(reply.value)
    }
    if (code.trim() === '') return
    const reply = await set.run({ password, newFactor: { secret: drawn.secret, code: code.trim() } })
    if (!reply.ok) return setError(reply.error)
    showCodes(reply.value.recoveryCodes)
    onClose()
  }
  return (
    <Dialog title={t('signIn.setTitle')} onClose={onClose} closeLabel={t('cancel')}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <Password value={password} onChange={setPassword} error={missing(password)} />
          {drawn !== null && (
            <>
              <FactorPicture {...drawn} />
              <FactorCode value={code} onChange={setCode} error={missing(code)} fresh autoFocus />
            </>
          )}
          <Refusal error={error} onClose={() => setError(null)} />
          <Buttons
            yes={t(drawn === null ? 'signIn.next' : 'signIn.turnOn')}
            pending={draw.pending || set.pending}
            onClose={onClose}
          />
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: tc } = useTranslation('common')
  const [password, setPassword] = useState('')
  const [fresh, setFresh] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const change = useCommand('team.changePassword', { errors: 'return' })
  const submit = async () => {
    setTried(true)
    setError(null)
    if (password === '' || fresh.length < SHORTEST_PASSWORD) return
    const reply = await change.run({ password, newPassword: fresh })
    if (!reply.ok) return setError(reply.error)
    showDone(t('signIn.passwordChanged'))
    onClose()
  }
  return (
    <Dialog title={t('signIn.passwordTitle')} onClose={onClose} closeLabel={t('cancel')}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <Password
            label={t('signIn.passwordOld')}
            value={password}
            onChange={setPassword}
            error={tried && password === '' ? tc('required') : undefined}
          />
          <Password
            label={t('signIn.passwordNew')}
            description={t('signIn.passwordHint')}
            fresh
            value={fresh}
            onChange={setFresh}
            error={tried && fresh.length < SHORTEST_PASSWORD ? t('signIn.passwordShort') : undefined}
          />
          <Refusal error={error} onClose={() => setError(null)} />
          <Buttons yes={t('signIn.passwordTitle')} pending={change.pending} onClose={onClose} />
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

function ChangeFactor({ act, onClose }: { act: 'renew' | 'drop'; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: tc } = useTranslation('common')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const renew = useCommand('team.renewRecoveryCodes', { errors: 'return' })
  const drop = useCommand('team.dropFactor', { errors: 'return' })
  const showCodes = useRecoveryCodes((kept) => kept.show)
  const missing = (text: string) => (tried && text.trim() === '' ? tc('required') : undefined)
  const submit = async () => {
    setTried(true)
    setError(null)
    if (password === '' || code.trim() === '') return
    const proof = { password, secondFactor: code.trim() }
    if (act === 'renew') {
      const reply = await renew.run(proof)
      if (!reply.ok) return setError(reply.error)
      showCodes(reply.value.recoveryCodes)
    } else {
      const reply = await drop.run(proof)
      if (!reply.ok) return setError(reply.error)
      showDone(t('signIn.dropped'))
    }
    onClose()
  }
  return (
    <Dialog
      title={t(act === 'renew' ? 'signIn.renewTitle' : 'signIn.dropTitle')}
      onClose={onClose}
      closeLabel={t('cancel')}
    >
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(act === 'renew' ? 'signIn.renewText' : 'signIn.dropText')}
          </Text>
          <Password value={password} onChange={setPassword} error={missing(password)} />
          <FactorCode value={code} onChange={setCode} error={missing(code)} fresh={false} />
          <Refusal error={error} onClose={() => setError(null)} />
          <Buttons
            yes={t(act === 'renew' ? 'signIn.renew' : 'signIn.drop').replace(/[\s…]+$/, '')}
            pending={renew.pending || drop.pending}
            onClose={onClose}
          />
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

type PasswordProps = {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  label?: string
  description?: string
  /** One that is chosen now. */
  fresh?: boolean
}

function Password({ value, onChange, error, label, description, fresh = false }: PasswordProps) {
  const { t } = useTranslation('team')
  return (
    <SecretField
      label={label ?? t('password')}
      description={description}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      value={value}
      maxLength={200}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function Buttons({ yes, pending, onClose }: { yes: string; pending: boolean; onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={pending}>
        {yes}
      </Button>
    </Group>
  )
}

function Demanded({ signIn: { rules, oidc }, onChanged }: OwnProps) {
  const { t } = useTranslation('team')
  return (
    <>
      <Demand
        rule="secondFactor"
        on={rules.secondFactor}
        label={t('signIn.demand')}
        hint={t('signIn.demandHint')}
        onChanged={onChanged}
      />
      {oidc !== null && (
        <Demand
          rule="oidcOnly"
          on={rules.oidcOnly}
          label={t('signIn.oidcOnly', { name: oidc })}
          hint={t('signIn.oidcOnlyHint', { name: oidc })}
          onChanged={onChanged}
        />
      )}
    </>
  )
}

type DemandProps = {
  rule: 'secondFactor' | 'oidcOnly'
  on: boolean
  label: string
  hint: string
  onChanged: () => void
}

function Demand({ rule, on, label, hint, onChanged }: DemandProps) {
  const [error, setError] = useState<AppError | null>(null)
  const setRules = useCommand('team.setRules', { errors: 'return' })
  const choose = async (demanded: boolean) => {
    setError(null)
    const reply = await setRules.run({ [rule]: demanded })
    if (!reply.ok) setError(reply.error)
    onChanged()
  }
  return (
    <Row
      label={label}
      hint={hint}
      control={
        <Switch
          aria-label={label}
          checked={on}
          disabled={setRules.pending}
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
      }
    >
      <Refusal error={error} onClose={() => setError(null)} />
    </Row>
  )
}

const isKnown = (what: string): what is SignInEvent => (SIGN_IN_EVENTS as readonly string[]).includes(what)

function History() {
  const { t } = useTranslation('team')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <Row
      label={t('signIn.history')}
      hint={t('signIn.historyHint')}
      control={
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'signIn.historyHide' : 'signIn.historyShow')}
        </Button>
      }
    >
      {open && <Events format={format} />}
    </Row>
  )
}

function Events({ format }: { format: ReturnType<typeof useFormat> }) {
  const { t } = useTranslation('team')
  const { value, error, again } = useAnswer('team.signInHistory')
  return (
    <>
      <Refusal error={error} onClose={again} />
      {value === null && error === null && <SkeletonRows rows={2} />}
      {value?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('signIn.historyEmpty')}
        </Text>
      )}
      {value !== null && value.length > 0 && (
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">{t('signIn.when')}</th>
              <th scope="col">{t('user')}</th>
              <th scope="col">{t('signIn.what')}</th>
              <th scope="col">{t('signIn.by')}</th>
            </tr>
          </thead>
          <tbody>
            {value.map(({ id, at, what, userName, byName }) => (
              <tr key={id}>
                <td>
                  <span className="num">{format.dateTime(at)}</span>
                </td>
                <td>{userName}</td>
                <td>{isKnown(what) ? t(`signIn.event.${what}`) : what}</td>
                <td>{byName}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
    </>
  )
}
