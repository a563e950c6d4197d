// One change in full: each thing it touched, with what every field was before and is after (B50).
import { Badge, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChangeView } from '../../../shared/contract/entry.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { useChangeWords } from './changeWords.ts'
import { useFieldWords } from './fieldWords.ts'
import classes from './history.module.css'

export function ChangeDetails({ change, onClose }: { change: ChangeView; onClose: () => void }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const words = useChangeWords()
  const duration = useDurationWords()
  const shown = change.subjects.filter(({ fields }) => fields.length > 0)
  const rest = change.touched - change.subjects.length
  return (
    <Dialog title={words.command(change)} onClose={onClose} size="lg">
      <Text size="sm" c="dimmed" mb="sm">
        <span className="num">{format.dateTime(change.at)}</span>
        {' · '}
        <bdi>{change.userName ?? t('system')}</bdi>
      </Text>
      {change.clockOff !== null && (
        <Text size="sm" mb="sm">
          {t(change.clockOff > 0 ? 'clock.aheadText' : 'clock.behindText', {
            by: duration(Math.abs(change.clockOff)),
          })}
        </Text>
      )}
      {shown.length === 0 && <Text size="sm">{t('details.nothing')}</Text>}
      {shown.map((subject) => (
        <Thing key={subject.id} subject={subject} />
      ))}
      {rest > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('details.more', { count: rest })}
        </Text>
      )}
    </Dialog>
  )
}

function Thing({ subject }: { subject: ChangeView['subjects'][number] }) {
  const { t } = useTranslation('history')
  const noun = useChangeWords().noun(subject)
  const words = useFieldWords()
  const state = subject.op === 'remove' ? t('removed') : subject.added ? t('details.added') : null
  const name = [noun, subject.name].filter((part) => part !== null).join(': ')
  return (
    <section className={classes.thing} aria-label={name}>
      <Group gap="xs" mb={4}>
        <Text component="h3" size="sm" fw={600} className={classes.called ?? ''}>
          <bdi>{name}</bdi>
        </Text>
        {state !== null && (
          <Badge variant="light" color="gray" size="sm" radius="sm" tt="none">
            {state}
          </Badge>
        )}
      </Group>
      <Table className={classes.fields ?? ''} verticalSpacing={4} aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('details.field')}</Table.Th>
            {!subject.added && <Table.Th scope="col">{t('details.before')}</Table.Th>}
            {subject.op === 'put' && <Table.Th scope="col">{t('details.after')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {subject.fields.map((field) => (
            <Table.Tr key={field.field}>
              <Table.Th scope="row" fw={400}>
                {words.field(field)}
              </Table.Th>
              {!subject.added && (
                <Table.Td className={classes.before ?? ''}>
                  <bdi>{words.before(field)}</bdi>
                </Table.Td>
              )}
              {subject.op === 'put' && (
                <Table.Td className={classes.after ?? ''}>
                  <bdi>{words.after(field)}</bdi>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
