// What the team's server refused or decided differently: what was meant and what holds now side by side, and the ways out (H8).
import { Alert, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttentionThing, AttentionView } from '../../../shared/contract/team.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Page } from '../../ui/Page.tsx'
import { useChangeWords } from './changeWords.ts'
import { useFieldWords } from './fieldWords.ts'

export function AttentionPage() {
  const { t } = useTranslation('team')
  const items = useRequest('attention.list', {})
  return (
    <Page title={t('attention.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('attention.lead')}
      </Text>
      <Loaded query={items} rows={4}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon={<CircleCheck size={32} />}
              title={t('attention.emptyTitle')}
              text={t('attention.emptyText')}
            />
          ) : (
            <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {all
                .filter(({ follows }) => follows === null)
                .map((item) => (
                  <Item
                    key={item.id}
                    item={item}
                    further={all.filter(({ follows }) => follows === item.id).length}
                  />
                ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function Item({ item, further }: { item: AttentionView; further: number }) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const words = useChangeWords()
  const retry = useCommand('attention.retry')
  const keep = useCommand('attention.keep')
  const drop = useCommand('attention.drop')
  const note = item.offers === 'note'
  const subjects = words.subjects({ ...changeLike, command: item.command, subjects: item.things })
  const what = [words.command({ ...changeLike, command: item.command, subjects: item.things }), subjects]
    .filter((part) => part !== '')
    .join(': ')
  const ways = { retry, keep, drop }
  const done = {
    retry: note ? 'attention.noteAdded' : 'attention.retried',
    keep: 'attention.kept',
    drop: 'attention.dropped',
  } as const
  const settle = async (way: keyof typeof ways) => {
    const reply = await ways[way].run({ attentionId: item.id })
    if (reply.ok) showDone(t(done[way]))
  }
  // What was decided differently is done: once more would be a second time.
  const isDone = item.refusal === null
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Group justify="space-between" align="baseline" gap="sm">
        <Title order={2} size="h4">
          <bdi>{what}</bdi>
        </Title>
        <Text size="sm" c="dimmed" className="num">
          {t('attention.done', { when: format.dateTime(item.at) })}
        </Text>
      </Group>
      <Alert variant="light" color="orange" my="sm" p="xs">
        {item.refusal === null ? t('attention.different') : <ErrorView error={item.refusal} />}
      </Alert>
      {item.things
        .filter(({ op, fields }) => op === 'remove' || fields.length > 0)
        .map((thing) => (
          <Thing key={`${thing.entity} ${thing.id}`} thing={thing} />
        ))}
      {further > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('attention.follows', { count: further })}
        </Text>
      )}
      <Group gap="sm" mt="sm">
        {!isDone && (
          <Button
            aria-label={t(note ? 'attention.addNoteNamed' : 'attention.retryNamed', { what })}
            loading={retry.pending}
            onClick={() => void settle('retry')}
          >
            {t(note ? 'attention.addNote' : 'attention.retry')}
          </Button>
        )}
        <Button
          variant={isDone ? 'filled' : 'default'}
          aria-label={t('attention.keepNamed', { what })}
          loading={keep.pending}
          onClick={() => void settle('keep')}
        >
          {t('attention.keep')}
        </Button>
        {isDone && (
          <Button
            variant="default"
            aria-label={t('attention.dropNamed', { what })}
            loading={drop.pending}
            onClick={() => void settle('drop')}
          >
            {t('attention.drop')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

/** Its words are those of the history, of which it is no line. */
const changeLike = {
  commitId: '',
  at: 0,
  userName: null,
  touched: 0,
  clockOff: null,
  undoneBy: null,
  undoable: false,
}

function Thing({ thing }: { thing: AttentionThing }) {
  const { t } = useTranslation('team')
  const noun = useChangeWords().noun(thing)
  const words = useFieldWords()
  const name = [noun, thing.name].filter((part) => part !== null).join(': ')
  if (thing.op === 'remove')
    return (
      <Text size="sm">
        <bdi>{name}</bdi> {t('attention.removed')}
      </Text>
    )
  return (
    <Table aria-label={name} verticalSpacing={4} style={{ overflowWrap: 'anywhere' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('attention.field')}</Table.Th>
          {!thing.added && <Table.Th scope="col">{t('attention.before')}</Table.Th>}
          <Table.Th scope="col">{t('attention.meant')}</Table.Th>
          <Table.Th scope="col">{t('attention.held')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {thing.fields.map((field) => (
          <Table.Tr key={field.field}>
            <Table.Th scope="row" fw={400}>
              {words.field(field)}
            </Table.Th>
            {!thing.added && (
              <Table.Td>
                <bdi>{words.before(field)}</bdi>
              </Table.Td>
            )}
            <Table.Td>
              <bdi>{words.after(field)}</bdi>
            </Table.Td>
            <Table.Td>
              <bdi>{words.after({ ...field, after: field.held })}</bdi>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
