// What can be chosen only where Daybook is a program of the desktop: what closing does, from when idleness counts, diagnostics.
import { Button, Checkbox, SegmentedControl, Select, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IDLE_MINUTES, Preferences } from '../../../shared/contract/organisation.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { showDone } from '../../ui/feedback/showDone.ts'
import { Row } from './settingsSearch.tsx'
import { UpdateRow } from './UpdateRow.tsx'

const IDLE_CHOICES = [IDLE_MINUTES.least, 10, 15, 30, 60] as const
const REMINDERS = ['nothingRuns', 'longTimer', 'gaps'] as const
const { whenClosed: WhenClosed } = Preferences.shape

export function DesktopRows() {
  const { t } = useTranslation('desktop')
  const { preferences, abilities } = useAppState()
  const save = useCommand('preferences.save')
  const diagnostics = useCommand('diagnostics.save')
  const saveDiagnostics = async () => {
    const reply = await diagnostics.run({})
    if (reply.ok && reply.value !== null) showDone(t('diagnostics.saved'))
  }
  // On macOS a program stays in the Dock when its windows close; nobody chooses that.
  const mac = navigator.platform.startsWith('Mac')
  return (
    <>
      {!mac && (
        <Row
          label={t('whenClosed.label')}
          hint={t(abilities.tray ? 'whenClosed.hint' : 'whenClosed.noTray')}
          words={[t('whenClosed.tray'), t('whenClosed.quit')]}
          control={
            <SegmentedControl
              aria-label={t('whenClosed.label')}
              data={[
                { value: 'tray', label: t('whenClosed.tray') },
                { value: 'quit', label: t('whenClosed.quit') },
              ]}
              value={preferences.whenClosed}
              onChange={(value) => void save.run({ whenClosed: WhenClosed.parse(value) })}
            />
          }
        />
      )}
      <SwitchRow name="smallTimer" />
      <SwitchRow name="startAtLogin" />
      <SwitchRow name="hardwareAcceleration" />
      <Row
        label={t('idle.label')}
        hint={t(abilities.methods?.idle === 'none' ? 'idle.none' : 'idle.hint')}
        control={
          <Select
            aria-label={t('idle.label')}
            data={[
              ...IDLE_CHOICES.map((count) => ({ value: String(count), label: t('idle.minutes', { count }) })),
              { value: 'never', label: t('idle.never') },
            ]}
            value={preferences.idleMinutes === null ? 'never' : String(preferences.idleMinutes)}
            allowDeselect={false}
            onChange={(value) => void save.run({ idleMinutes: value === 'never' ? null : Number(value) })}
            w={220}
          />
        }
      />
      <Row
        label={t('reminders.label')}
        hint={t('reminders.hint')}
        words={REMINDERS.map((name) => t(`reminders.${name}`))}
      >
        <Stack gap="xs" pt="xs">
          {REMINDERS.map((name) => (
            <Checkbox
              key={name}
              label={t(`reminders.${name}`)}
              checked={preferences.reminders[name]}
              onChange={(event) =>
                void save.run({
                  reminders: { ...preferences.reminders, [name]: event.currentTarget.checked },
                })
              }
            />
          ))}
        </Stack>
      </Row>
      <UpdateRow />
      <Row
        label={t('diagnostics.label')}
        hint={t('diagnostics.hint')}
        control={
          <Button variant="default" onClick={() => void saveDiagnostics()}>
            {t('diagnostics.save')}
          </Button>
        }
      />
    </>
  )
}

function SwitchRow({ name }: { name: 'smallTimer' | 'startAtLogin' | 'hardwareAcceleration' }) {
  const { t } = useTranslation('desktop')
  const { preferences } = useAppState()
  const save = useCommand('preferences.save')
  return (
    <Row
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      control={
        <Switch
          aria-label={t(`${name}.label`)}
          checked={preferences[name]}
          onChange={(event) => void save.run({ [name]: event.currentTarget.checked })}
        />
      }
    />
  )
}
