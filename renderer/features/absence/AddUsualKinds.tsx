// Makes the kinds of absence that nearly every firm has, in the words of whoever presses it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../channel/useRequest.ts'

export function AddUsualKinds({ variant }: { variant?: 'default' }) {
  const { t } = useTranslation('absence')
  const add = useCommand('absenceKind.addUsual', { undo: t('kindsAdded') })
  const names = {
    vacation: t('usual.vacation'),
    sickness: t('usual.sickness'),
    unpaid: t('usual.unpaid'),
  }
  return (
    <Button {...(variant && { variant })} loading={add.pending} onClick={() => void add.run(names)}>
      {t('empty.addUsual')}
    </Button>
  )
}
