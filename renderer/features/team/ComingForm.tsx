// The dialogs that make a team of a firm, and that join one: a server, an address and a password.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { BrowserJoin, DrawnFactor, RecoveryCodes, TeamStatus } from '../../../shared/contract/team.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { BrowserGrant } from './BrowserGrant.tsx'
import { FactorCode, FactorPicture } from './FactorFields.tsx'
import { useRecoveryCodes } from './recoveryCodes.ts'
import { SecretField } from '../../ui/fields/SecretField.tsx'

export function ComingForm({ how, onClose }: { how: 'create' | 'join'; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: tc } = useTranslation('common')
  const [server, setServer] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  /** What the server wants beside the password: a code, or first of all a second factor. */
  const [factor, setFactor] = useState('')
  const [asks, setAsks] = useState<'nothing' | 'code' | DrawnFactor>('nothing')
  const showCodes = useRecoveryCodes((kept) => kept.show)
  const draw = useCommand('team.drawFactor', { errors: 'return' })
  const [grant, setGrant] = useState<BrowserJoin | null>(null)
  const begin = useCommand('team.beginBrowser', { errors: 'return' })
  const create = useCommand('team.create', { errors: 'return' })
  const join = useCommand('team.join', { errors: 'return' })
  const pending = create.pending || join.pending || draw.pending || begin.pending
  const missing = (text: string) => (tried && text.trim() === '' ? tc('required') : undefined)
  const more = () => {
    if (asks === 'nothing') return {}
    if (asks === 'code') return { secondFactor: factor.trim() }
    return { newFactor: { secret: asks.secret, code: factor.trim() } }
  }
  const refused = async (refusal: AppError) => {
    if (refusal.code === 'team.factorNeeded') setAsks('code')
    if (refusal.code === 'team.factorMissing') {
      const drawn = await draw.run({ server: server.trim(), email: email.trim() })
      if (!drawn.ok) return setError(drawn.error)
      setAsks(drawn.value)
    }
    setTried(false)
    setError(refusal)
  }
  const byBrowser = async () => {
    setError(null)
    if (server.trim() === '') return setTried(true)
    const reply = await begin.run({ server: server.trim() })
    if (!reply.ok) return setError(reply.error)
    setGrant(reply.value)
  }
  const submit = async () => {
    setTried(true)
    setError(null)
    if ([server, email, password].some((text) => text.trim() === '')) return
    if (asks !== 'nothing' && factor.trim() === '') return
    const coming = { server: server.trim(), email: email.trim(), password, ...more() }
    const reply =
      how === 'create'
        ? await create.run(coming)
        : await join.run({ ...coming, ...(code.trim() !== '' && { code: code.trim() }) })
    if (!reply.ok) return refused(reply.error)
    const answered: TeamStatus & Partial<RecoveryCodes> = reply.value
    if (answered.recoveryCodes !== undefined) showCodes(answered.recoveryCodes)
    showDone(t(how === 'create' ? 'created' : 'joined'))
    onClose()
  }
  if (grant !== null) return <BrowserGrant {...grant} onJoined={onClose} onClose={() => setGrant(null)} />
  return (
    <Dialog
      title={t(how === 'create' ? 'createTitle' : 'joinTitle')}
      onClose={onClose}
      closeLabel={t('cancel')}
    >
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(how === 'create' ? 'createLead' : 'joinLead')}
          </Text>
          <TextInput
            label={t('server')}
            description={t('serverHint')}
            value={server}
            maxLength={500}
            data-autofocus
            error={missing(server)}
            onChange={(event) => setServer(event.currentTarget.value)}
          />
          {how === 'join' && (
            <>
              <Button variant="default" loading={begin.pending} onClick={() => void byBrowser()}>
                {t('signIn.browser')}
              </Button>
              <Text size="xs" c="dimmed">
                {t('signIn.browserHint')}
              </Text>
            </>
          )}
          {how === 'join' && (
            <TextInput
              label={t('code')}
              description={t('codeHint')}
              value={code}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            value={email}
            maxLength={254}
            error={missing(email)}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <SecretField
            label={t('password')}
            description={t(how === 'create' ? 'newPasswordHint' : 'passwordHint')}
            autoComplete={how === 'create' ? 'new-password' : 'current-password'}
            value={password}
            maxLength={200}
            error={missing(password)}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {typeof asks === 'object' && <FactorPicture {...asks} />}
          {asks !== 'nothing' && (
            <FactorCode
              value={factor}
              onChange={setFactor}
              error={missing(factor)}
              fresh={typeof asks === 'object'}
              autoFocus
            />
          )}
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t(how).replace(/[\s…]+$/, '')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
