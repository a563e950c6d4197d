// Settings of this computer alone: language, appearance, global shortcuts, and where the data is.
import { Button, Code, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Preferences } from '../../../shared/contract/organisation.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { showDone } from '../../ui/showUndo.tsx'
import { Row, Section } from './settingsSearch.tsx'
import { ShortcutField } from './ShortcutField.tsx'

const { language: Language, colorScheme: ColorScheme } = Preferences.shape

export function DeviceSettings() {
  const { t } = useTranslation('settings')
  const { preferences, storage, version, abilities } = useAppState()
  const save = useCommand('preferences.save')
  const copy = async () => {
    await navigator.clipboard.writeText(storage.dataFolder)
    showDone(t('device.copied'))
  }
  const shell = abilities.shell === 'electron' ? 'electron' : 'host'
  return (
    <Section id="device" title={t('section.device')} lead={t('lead.device')}>
      <Row
        label={t('device.language')}
        words={['English', 'Deutsch', 'Language', 'Sprache']}
        control={
          <Select
            aria-label={t('device.language')}
            data={[
              { value: 'system', label: t('device.languageSystem') },
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
            value={preferences.language}
            allowDeselect={false}
            onChange={(value) => void save.run({ language: Language.parse(value) })}
            w={220}
          />
        }
      />
      <Row
        label={t('device.colorScheme')}
        words={[t('device.light'), t('device.dark')]}
        control={
          <SegmentedControl
            aria-label={t('device.colorScheme')}
            data={ColorScheme.options.map((value) => ({ value, label: t(`device.${value}`) }))}
            value={preferences.colorScheme}
            onChange={(value) => void save.run({ colorScheme: ColorScheme.parse(value) })}
          />
        }
      />
      <Row
        label={t('device.shortcuts')}
        hint={
          abilities.globalShortcuts
            ? `${t('device.shortcutsHint')} ${t('device.inApp')}`
            : `${t('device.unavailable', { reason: t(`abilities.reason.${shell}.globalShortcuts`) })} ${t('device.inApp')}`
        }
        words={[t('device.startStop'), t('device.show')]}
      >
        {abilities.globalShortcuts && (
          <>
            <ShortcutField name="startStop" label={t('device.startStop')} />
            <ShortcutField name="show" label={t('device.show')} />
          </>
        )}
      </Row>
      <Row
        label={t('device.dataFolder')}
        hint={t(`device.storage.${storage.checked}`)}
        control={
          <Group gap="xs" wrap="nowrap" maw={420}>
            <Code style={{ overflowWrap: 'anywhere' }}>{storage.dataFolder}</Code>
            <Button variant="default" style={{ flex: 'none' }} onClick={() => void copy()}>
              {t('device.copy')}
            </Button>
          </Group>
        }
      >
        <Text size="sm" c="dimmed" pt="xs">
          {t('device.version', { version })}
        </Text>
      </Row>
    </Section>
  )
}
