// What works here: each ability of this desktop, honestly, with the reason where it is missing, and a test where one is possible (G12).
import { Button, Text } from '@mantine/core'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../channel/AppState.tsx'
import { MethodRows } from './MethodRows.tsx'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'

const ABILITIES = ['tray', 'globalShortcuts', 'saveDialog', 'windows'] as const

export function AbilitiesSettings() {
  const { t } = useTranslation('settings')
  const { abilities } = useAppState()
  const shell = abilities.shell === 'electron' ? 'electron' : 'host'
  return (
    <Section id="abilities" title={t('section.abilities')} lead={t('lead.abilities')}>
      <Row label={t('abilities.running')} control={<Text>{t(`abilities.shell.${abilities.shell}`)}</Text>} />
      {ABILITIES.map((name) => (
        <Row
          key={name}
          label={t(`abilities.${name}`)}
          {...(!abilities[name] && { hint: t(`abilities.reason.${shell}.${name}`) })}
          control={<Mark works={abilities[name]} />}
        />
      ))}
      <MethodRows />
      <Row label={t('abilities.timerKept')} hint={t('abilities.timerKeptHint')} control={<Mark works />} />
      <Row label={t('abilities.clipboard')} control={<ClipboardTest />} />
    </Section>
  )
}

export function Mark({ works }: { works: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <span className={classes.ability}>
      {works ? (
        <CircleCheck size={18} className={classes.works} aria-hidden />
      ) : (
        <CircleSlash size={18} className={classes.worksNot} aria-hidden />
      )}
      <Text size="sm">{works ? t('abilities.works') : t('abilities.worksNot')}</Text>
    </span>
  )
}

function ClipboardTest() {
  const { t } = useTranslation('settings')
  const [result, setResult] = useState<boolean | null>(null)
  const test = async () => {
    try {
      await navigator.clipboard.writeText('Daybook')
      setResult(true)
    } catch {
      // The refusal is the answer of the test, and it is shown.
      setResult(false)
    }
  }
  if (result === null)
    return (
      <Button size="compact-sm" variant="default" onClick={() => void test()}>
        {t('abilities.test')}
      </Button>
    )
  return (
    <Text size="sm" role="status">
      {result ? t('abilities.clipboardOk') : t('abilities.clipboardFailed')}
    </Text>
  )
}
