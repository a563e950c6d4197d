// Fills a workbook of the person's own (J8): what it needs, all names that can be filled, a sample to begin with, and the choice of the file.
import { Accordion, Button, Code, Group, Stack, Text } from '@mantine/core'
import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ExportKind } from '../../../shared/contract/organisation.ts'
import { MOST_TEMPLATE_BYTES, placesOf, rowsOf, TEMPLATE_PREFIX } from '../../../shared/contract/template.ts'
import type { TemplateKind } from '../../../shared/contract/template.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { upload } from '../../channel/upload.ts'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useExport } from './useExport.tsx'

export type FillTemplateProps = { what: Extract<ExportKind, { kind: TemplateKind }>; onClose: () => void }

export function FillTemplate({ what, onClose }: FillTemplateProps) {
  const { t } = useTranslation('diary')
  const channel = useChannel()
  const { id: userId } = useCurrentUser()
  const exporting = useExport()
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  const send = async (file: File): Promise<AppError | null> => {
    const values = { file: file.name, most: MOST_TEMPLATE_BYTES / 1024 / 1024 }
    // Not even read: a film would fill the memory only to be refused.
    if (file.size > MOST_TEMPLATE_BYTES) return { code: 'template.tooLarge', details: { values } }
    const sent = await upload(channel, file, { goesOn: () => true })
    if (sent === null) return { code: 'importFile.notReadable', details: { values } }
    if (typeof sent !== 'string') return sent
    if ((await exporting.start(what, { uploadId: sent, name: file.name })) !== null) onClose()
    return null
  }
  const choose = async (file: File) => {
    setError(null)
    setSending(true)
    setError(await send(file))
    setSending(false)
  }
  return (
    <Dialog title={t('template.title')} onClose={onClose} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('template.lead')}</Text>
        <Refusal error={error} onClose={() => setError(null)} />
        <Group>
          <FileChooser accept=".xlsx,.xltx" onChoose={(file) => void choose(file)}>
            {(props) => (
              <Button
                {...props}
                data-autofocus
                loading={sending || exporting.pending}
                leftSection={<FileSpreadsheet size={16} aria-hidden />}
              >
                {t('template.choose')}
              </Button>
            )}
          </FileChooser>
          <Button
            variant="default"
            onClick={() => void exporting.start({ kind: 'template', of: what.kind, userId })}
          >
            {t('template.sample')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('template.sampleHint')}
        </Text>
        <Accordion variant="contained">
          <Accordion.Item value="names">
            <Accordion.Control>{t('template.names')}</Accordion.Control>
            <Accordion.Panel>
              <Names kind={what.kind} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      </Stack>
    </Dialog>
  )
}

function Names({ kind }: { kind: TemplateKind }) {
  const { t } = useTranslation('diary')
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('template.cells')}
      </Text>
      <Listed names={Object.keys(placesOf(kind)).map((name) => TEMPLATE_PREFIX + name)} />
      {Object.entries(rowsOf(kind)).map(([name, fields]) => (
        <Stack key={name} gap={4}>
          <Text size="sm" fw={600}>
            {t('template.row', { name: TEMPLATE_PREFIX + name })}
          </Text>
          <Listed names={Object.keys(fields).map((field) => `{${field}}`)} />
        </Stack>
      ))}
    </Stack>
  )
}

/** To be read and copied, whichever way the page runs. */
function Listed({ names }: { names: readonly string[] }) {
  return (
    <div dir="ltr" style={{ lineHeight: 1.9 }}>
      {names.map((name) => (
        <span key={name}>
          <Code>{name}</Code>{' '}
        </span>
      ))}
    </div>
  )
}
