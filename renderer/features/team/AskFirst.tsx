// A question before something that cannot be taken back, or that somebody else will notice.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'

type AskFirstProps = {
  title: string
  text: string
  yes: string
  /** It takes nothing away: its button is no warning. */
  harmless?: boolean
  pending: boolean
  onYes: () => void
  onClose: () => void
}

export function AskFirst({ title, text, yes, harmless = false, pending, onYes, onClose }: AskFirstProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog title={title} onClose={onClose} closeLabel={t('cancel')}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button {...(!harmless && { color: 'red' })} loading={pending} onClick={onYes}>
            {yes.replace(/[\s…]+$/, '')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
