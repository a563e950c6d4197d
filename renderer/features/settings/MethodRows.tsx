// How the desktop program does what depends on the desktop: each method by its name, and a test that shows it at work (G12).
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesktopTest } from '../../../shared/contract/desktop.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Row } from './settingsSearch.tsx'

export function MethodRows() {
  const { t } = useTranslation('desktop')
  const { methods } = useAppState().abilities
  if (methods === undefined) return null
  const hints = {
    tray: t(`method.tray.${methods.tray}`),
    idle: t(`method.idle.${methods.idle}`),
    lock: t(`method.lock.${methods.lock}`),
    shortcuts: t(`method.shortcuts.${methods.shortcuts}`),
  }
  return (
    <>
      {(['tray', 'idle', 'lock', 'shortcuts'] as const).map((name) => (
        <Row
          key={name}
          label={t(`method.${name}.label`)}
          hint={hints[name]}
          control={<MethodTest name={name} />}
        />
      ))}
      {methods.places === 'wayland' && (
        <Row label={t('method.places.label')} hint={t('method.places.hint')} />
      )}
    </>
  )
}

function MethodTest({ name }: { name: DesktopTest['what'] }) {
  const { t } = useTranslation('desktop')
  const format = useFormat()
  const test = useCommand('desktop.test', { errors: 'return' })
  const [result, setResult] = useState<DesktopTest | null>(null)
  const [waiting, setWaiting] = useState(false)
  const run = async () => {
    setWaiting(true)
    const reply = await test.run({ what: name })
    setWaiting(false)
    if (reply.ok) setResult(reply.value)
  }
  return (
    <>
      {result !== null && !waiting && (
        <Text size="sm" role="status" maw={360}>
          {result.works
            ? t(`test.${name}.works`, { seconds: format.number(result.seconds ?? 0) })
            : t(`test.${name}.fails`)}
        </Text>
      )}
      {waiting ? (
        <Text size="sm" role="status">
          {t(`test.${name}.waiting`)}
        </Text>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => void run()}>
          {t('test.run')}
        </Button>
      )}
    </>
  )
}
