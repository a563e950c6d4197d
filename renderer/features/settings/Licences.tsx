// The licences of what Daybook is made of, each with its text; fetched only when somebody wants to see them.
import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import classes from './settings.module.css'

const List = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
)
type Licences = z.infer<typeof List>

export function LicencesButton() {
  const { t } = useTranslation('desktop')
  const [shown, setShown] = useState<Licences | 'failed' | null>(null)
  const open = async () => {
    try {
      const answer = await fetch('./licences.json')
      setShown(List.parse(await answer.json()))
    } catch {
      // What could not be read is said in the dialog.
      setShown('failed')
    }
  }
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => void open()}>
        {t('licences.open')}
      </Button>
      <Modal opened={shown !== null} onClose={() => setShown(null)} title={t('licences.title')} size="lg">
        {shown === 'failed' && (
          <Text size="sm" role="alert">
            {t('licences.failed')}
          </Text>
        )}
        {Array.isArray(shown) &&
          shown.map(({ name, version, licence, text }) => (
            <details key={`${name} ${version}`}>
              <summary>
                {name} {version} · {licence}
              </summary>
              <pre className={classes.licence}>{text}</pre>
            </details>
          ))}
      </Modal>
    </>
  )
}
