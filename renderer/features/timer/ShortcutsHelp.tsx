// The list of in-app shortcuts, with a switch for those of a single key.
import { Kbd, Stack, Switch, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { useKeyCap } from '../../ui/keys/keyCaps.ts'
import { setSingleKeys, useSingleKeys } from '../../ui/keys/singleKeys.ts'

const APP_KEYS = [
  ['mod K', 'palette'],
  ['S', 'startStop'],
  ['P', 'pause'],
  ['W', 'switch'],
  ['C', 'continueLast'],
  ['N', 'addEntry'],
  ['1', 'today'],
  ['2', 'diary'],
  ['3', 'customers'],
  ['?', 'help'],
] as const
const LIST_KEYS = [
  ['↑ ↓', 'listRows'],
  ['← →', 'listCells'],
  ['PgUp PgDn', 'listScreens'],
  ['Home End', 'listEnds'],
  ['Enter F2', 'listOpen'],
  ['Space', 'listChoose'],
  ['Shift ↑ ↓', 'listExtend'],
  ['mod A', 'listAll'],
  ['Esc', 'listNone'],
] as const
const ROW_KEYS = [
  ['E', 'rowEdit'],
  ['C', 'rowContinue'],
  ['Delete', 'rowDelete'],
] as const
const DIALOG_KEYS = [
  ['mod Enter', 'submit'],
  ['Esc', 'closeDialog'],
] as const

type Named = (typeof APP_KEYS | typeof LIST_KEYS | typeof ROW_KEYS | typeof DIALOG_KEYS)[number][1]

export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common')
  const singleKeys = useSingleKeys()
  const cap = useKeyCap()
  const section = (title: string, keys: readonly (readonly [string, Named])[]) => (
    <Table withRowBorders={false} verticalSpacing={3} captionSide="top">
      <Table.Caption ta="start" fw={600}>
        {title}
      </Table.Caption>
      <Table.Tbody>
        {keys.map(([key, name]) => (
          <Table.Tr key={name}>
            <Table.Td w={150}>
              {key.split(' ').map((part) => (
                <Kbd key={part} me={4}>
                  {cap(part)}
                </Kbd>
              ))}
            </Table.Td>
            <Table.Td>{t(`shortcuts.${name}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
  return (
    <Dialog onClose={onClose} title={t('shortcuts.title')} size={460}>
      <Stack gap="xs">
        {section(t('shortcuts.everywhere'), APP_KEYS)}
        {section(t('shortcuts.listTitle'), LIST_KEYS)}
        {section(t('shortcuts.rowTitle'), ROW_KEYS)}
        {section(t('shortcuts.dialogTitle'), DIALOG_KEYS)}
        <Switch
          label={t('shortcuts.singleKeys')}
          description={
            <Text span size="xs">
              {t('shortcuts.singleKeysHint')}
            </Text>
          }
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  )
}
