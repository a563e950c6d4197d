// The recovery codes of a second factor, shown once.
import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { useRecoveryCodes } from './recoveryCodes.ts'

/** Stands in every window, so it asks for no words before there is something to say: the window would wait for them. */
export function RecoveryCodesOnce() {
  const { codes, putAway } = useRecoveryCodes()
  return codes.length === 0 ? null : <RecoveryCodes codes={codes} putAway={putAway} />
}

function RecoveryCodes({ codes, putAway }: { codes: readonly string[]; putAway: () => void }) {
  const { t } = useTranslation('team')
  const copy = useCopy()
  const text = codes.join('\n')
  return (
    <Dialog
      title={t('signIn.recoveryTitle')}
      onClose={putAway}
      closeLabel={t('signIn.recoveryKept')}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('signIn.recoveryText')}</Text>
        <Code block dir="ltr">
          {text}
        </Code>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => void copy(text)} data-autofocus>
            {t('signIn.recoveryCopy')}
          </Button>
          <Button onClick={putAway}>{t('signIn.recoveryKept')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
