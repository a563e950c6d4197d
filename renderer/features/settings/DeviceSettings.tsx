// Settings of this computer alone: language, appearance, global shortcuts, and where the data is.
import { Button, Code, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/base/languages.ts'
import { Preferences } from '../../../shared/contract/organisation.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { Mark } from '../../ui/Mark.tsx'
import { BrowserRow } from './BrowserRow.tsx'
import { DesktopRows } from './DesktopRows.tsx'
import { PinSetting } from './PinSetting.tsx'
import { LicencesButton } from './Licences.tsx'
import { Row, Section } from './settingsSearch.tsx'
import { ShortcutField } from './ShortcutField.tsx'

const { language: Language, colorScheme: ColorScheme } = Preferences.shape

export function DeviceSettings() {
  const { t, i18n } = useTranslation('settings')
  const { preferences, storage, version, abilities, pins } = useAppState()
  const me = useCurrentUser()
  const save = useCommand('preferences.save')
  const copy = useCopy()
  const fromServer = abilities.shell === 'server'
  const shell = abilities.shell === 'electron' ? 'electron' : 'host'
  return (
    <Section id="device" title={t('section.device')} lead={t(fromServer ? 'lead.browser' : 'lead.device')}>
      <Row
        label={t('device.language')}
        words={[...Object.values(LANGUAGE_NAMES), 'Language']}
        control={
          <Select
            aria-label={t('device.language')}
            data={[
              { value: 'system', label: t('device.languageSystem') },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
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
      {!fromServer && (
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
      )}
      {abilities.shell === 'electron' && <DesktopRows />}
      {!fromServer && (
        <Row
          label={t('device.dataFolder')}
          hint={
            storage.checked === 'missing'
              ? errorSentence({ code: 'db.missing' }, i18n.language)
              : t(`device.storage.${storage.checked}`)
          }
          control={
            <Group gap="xs" wrap="nowrap" maw={420}>
              <Code style={{ overflowWrap: 'anywhere' }}>{storage.dataFolder}</Code>
              <Button
                variant="default"
                style={{ flex: 'none' }}
                onClick={() => void copy(storage.dataFolder)}
              >
                {t('device.copy')}
              </Button>
            </Group>
          }
        />
      )}
      <Row
        label={t('device.about')}
        words={['Daybook', 'Inter', 'MIT', 'OFL']}
        hint={t('device.licences')}
        control={
          <Group gap="sm" wrap="nowrap">
            <Mark size={32} />
            <Text size="sm">{t('device.version', { version })}</Text>
            <LicencesButton />
          </Group>
        }
      >
        {abilities.versions !== undefined && (
          <Text size="sm" c="dimmed">
            {Object.entries(abilities.versions)
              .map(([name, number]) => `${name} ${number}`)
              .join(' · ')}
          </Text>
        )}
      </Row>
      {abilities.shell === 'host' && <BrowserRow />}
      {pins !== null && (
        <Row label={t('pin.own')}>
          <PinSetting userId={me.id} name={me.name} />
        </Row>
      )}
    </Section>
  )
}
