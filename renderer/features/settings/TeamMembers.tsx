// Who is in the team and who is invited; the code of an invitation, or for a new password, is shown once.
import { Button, Code, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TeamMembers as Members } from '../../../shared/contract/team.ts'
import type { Role } from '../../../shared/entities/user.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { AskFirst } from '../team/AskFirst.tsx'
import { useAnswer } from '../team/useAnswer.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { RoleSelect } from './AddUser.tsx'
import { Row } from './settingsSearch.tsx'

export function TeamMembers({ server }: { server: string }) {
  const { t } = useTranslation('team')
  const { value, error, again } = useAnswer('team.members')
  const [inviting, setInviting] = useState(false)
  const close = () => {
    setInviting(false)
    again()
  }
  return (
    <Row
      label={t('members')}
      hint={t('membersHint')}
      control={
        <Button variant="default" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <Refusal error={error} onClose={again} />
      {value === null ? (
        error === null && <SkeletonRows rows={2} />
      ) : (
        <MemberTable {...value} server={server} onChanged={again} />
      )}
      {inviting && <Invite server={server} known={value} onClose={close} />}
    </Row>
  )
}

type TableProps = Members & { server: string; onChanged: () => void }
type Member = Members['members'][number]

function MemberTable({ members, invitations, server, onChanged }: TableProps) {
  const { t } = useTranslation('team')
  const { t: ts } = useTranslation('settings')
  const format = useFormat()
  const own = useAppState().currentUser?.id
  const [asked, setAsked] = useState<Member | null>(null)
  const [forgot, setForgot] = useState<Member | null>(null)
  const reset = useCommand('team.resetFactor')
  const go = async (userId: string) => {
    const reply = await reset.run({ userId })
    setAsked(null)
    if (reply.ok) showDone(t('signIn.resetDone'))
    onChanged()
  }
  const rows = [
    ...members.map((one) => ({
      ...one,
      state: t(one.secondFactor ? 'signIn.memberFactor' : 'member'),
      acts:
        one.userId === own
          ? []
          : [
              {
                label: t('signIn.newPassword'),
                named: t('signIn.newPasswordNamed', { name: one.name }),
                go: () => setForgot(one),
              },
              ...(one.secondFactor
                ? [
                    {
                      label: t('signIn.reset'),
                      named: t('signIn.resetNamed', { name: one.name }),
                      go: () => setAsked(one),
                    },
                  ]
                : []),
            ],
    })),
    ...invitations.map((one) => ({
      ...one,
      state: t('invited', { until: format.dateTime(one.expiresAt) }),
      acts: [],
    })),
  ]
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('email')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('stateColumn')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ userId, name, email, role, state, acts }) => (
            <tr key={`${userId} ${state}`}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td>{ts(`users.roles.${role}`)}</td>
              <td>{state}</td>
              <td>
                <Group gap="xs">
                  {acts.map(({ label, named, go: act }) => (
                    <Button key={label} variant="default" size="compact-sm" aria-label={named} onClick={act}>
                      {label}
                    </Button>
                  ))}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {asked !== null && (
        <AskFirst
          title={t('signIn.resetTitle', { name: asked.name })}
          text={t('signIn.resetText')}
          yes={t('signIn.reset')}
          pending={reset.pending}
          onYes={() => void go(asked.userId)}
          onClose={() => setAsked(null)}
        />
      )}
      {forgot !== null && <NewPassword of={forgot} server={server} onClose={() => setForgot(null)} />}
    </>
  )
}

type NewPasswordProps = { of: Member; server: string; onClose: () => void }

/** For somebody who forgot theirs. */
function NewPassword({ of: { userId, name }, server, onClose }: NewPasswordProps) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const draw = useCommand('team.passwordCode')
  const [drawn, setDrawn] = useState<{ code: string; expiresAt: number } | null>(null)
  const go = async () => {
    const reply = await draw.run({ userId })
    if (reply.ok) setDrawn(reply.value)
    else onClose()
  }
  if (drawn === null)
    return (
      <AskFirst
        title={t('signIn.newPasswordTitle', { name })}
        text={t('signIn.newPasswordText')}
        yes={t('signIn.newPasswordYes')}
        harmless
        pending={draw.pending}
        onYes={() => void go()}
        onClose={onClose}
      />
    )
  return (
    <ShownCode
      title={t('signIn.newPasswordCodeTitle', { name })}
      text={t('signIn.newPasswordCodeText', { until: format.dateTime(drawn.expiresAt) })}
      code={drawn.code}
      how={t('signIn.newPasswordHow', { page: `${server}/new-password` })}
      onClose={onClose}
    />
  )
}

type InviteProps = { server: string; known: Members | null; onClose: () => void }
const NEW = ''

function Invite({ server, known, onClose }: InviteProps) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const { t: tc } = useTranslation('common')
  const users = useRequest('user.list', {})
  const [userId, setUserId] = useState(NEW)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('employee')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [code, setCode] = useState<{ code: string; expiresAt: number } | null>(null)
  const invite = useCommand('team.invite', { errors: 'return' })
  const members = new Set(known?.members.map((one) => one.userId))
  const others = (users.data ?? []).filter(({ id }) => !members.has(id))
  const fresh = userId === NEW
  const submit = async () => {
    setTried(true)
    setError(null)
    if (email.trim() === '' || (fresh && name.trim() === '')) return
    const reply = await invite.run({
      email: email.trim(),
      ...(fresh ? { role, name: name.trim() } : { userId }),
    })
    if (reply.ok) setCode(reply.value)
    else setError(reply.error)
  }
  if (code !== null)
    return (
      <ShownCode
        title={t('invitedTitle', { email: email.trim() })}
        text={t('invitedText', { until: format.dateTime(code.expiresAt) })}
        code={code.code}
        how={t('invitedHow', { server })}
        onClose={onClose}
      />
    )
  return (
    <Dialog title={t('inviteTitle')} onClose={onClose} closeLabel={t('cancel')}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          {others.length > 0 && (
            <Select
              label={t('who')}
              data={[
                { value: NEW, label: t('newUser') },
                ...others.map(({ id, name: called }) => ({ value: id, label: called })),
              ]}
              value={userId}
              allowDeselect={false}
              onChange={(value) => setUserId(value ?? NEW)}
            />
          )}
          {fresh && (
            <TextInput
              label={t('name')}
              value={name}
              maxLength={200}
              data-autofocus
              error={tried && name.trim() === '' ? tc('required') : null}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={t('email')}
            type="email"
            value={email}
            maxLength={254}
            error={tried && email.trim() === '' ? tc('required') : null}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {fresh && <RoleSelect value={role} onChange={setRole} />}
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={invite.pending}>
              {t('inviteSubmit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

type CodeProps = { title: string; text: string; code: string; how: string; onClose: () => void }

/** A code that is shown once, to be handed over. */
function ShownCode({ title, text, code, how, onClose }: CodeProps) {
  const { t } = useTranslation('team')
  const copy = useCopy()
  return (
    <Dialog title={title} onClose={onClose} closeLabel={t('done')}>
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        <Code block dir="ltr">
          {code}
        </Code>
        <Text size="sm" c="dimmed">
          {how}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => void copy(code)} data-autofocus>
            {t('copy')}
          </Button>
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
