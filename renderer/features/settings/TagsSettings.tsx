// The section of tags: the organisation's one list, each with its colour (A25); what a running timer has is not deleted.
import { Badge, Menu, Text } from '@mantine/core'
import { Tags } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TagRow } from '../../../shared/contract/tag.ts'
import { Colour } from '../../../shared/entities/colour.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { LabelChip } from '../../ui/figures/LabelChip.tsx'
import { NamedList } from '../../ui/list/NamedList.tsx'
import { NameRow } from '../../ui/list/NameRow.tsx'
import { OneOf } from '../../ui/list/OneOf.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'

export function TagsSettings() {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const tags = useRequest('tag.list', {})
  const add = useCommand('tag.add', {
    errors: 'return',
    undo: (_, { name }) => tc('list.added', { name: name.trim() }),
  })
  return (
    <Section id="tags" title={t('section.tags')} lead={t('lead.tags')}>
      <Row label={t('section.tags')} words={(tags.data ?? []).map(({ name }) => name)}>
        <NamedList
          query={tags}
          lead=""
          add={{
            title: t('tags.add'),
            label: t('tags.newName'),
            placeholder: t('tags.placeholder'),
            onAdd: (name) => add.run({ name }),
          }}
          empty={{ icon: <Tags size={28} />, title: t('tags.emptyTitle'), text: t('tags.emptyText') }}
          row={(tag) => <TagLine tag={tag} />}
        />
      </Row>
    </Section>
  )
}

function TagLine({ tag }: { tag: TagRow }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const permitted = usePermitted()
  const attempts = useAttempts()
  const { id: tagId, name, active, colour } = tag
  const edit = useCommand('tag.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('tag.remove', { errors: 'return', undo: tc('list.deleted', { name }) })
  const chip = (each: Colour) => <LabelChip label={{ name: tc(`colour.${each}`), colour: each }} />
  const mayEdit = permitted('tag.edit')
  return (
    <NameRow
      name={name}
      active={active}
      attempts={attempts}
      marks={
        <>
          {chip(colour)}
          {tag.timers > 0 && (
            <Badge size="sm" className={classes.sound ?? ''} tt="none" style={{ flex: 'none' }}>
              {tc('list.running', { count: tag.timers })}
            </Badge>
          )}
          {!active && (
            <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
              {tc('list.inactive')}
            </Text>
          )}
        </>
      }
      onRename={mayEdit ? (to) => edit.run({ tagId, name: to }) : undefined}
      onActive={mayEdit ? (to) => edit.run({ tagId, active: to }) : undefined}
      onRemove={permitted('tag.remove') ? () => remove.run({ tagId }) : undefined}
      menu={
        mayEdit && (
          <>
            <Menu.Divider />
            <Menu.Label>{tc('colour.label')}</Menu.Label>
            <OneOf
              options={Colour.options.map((each) => [each, chip(each)])}
              value={colour}
              onPick={(to) => void attempts.attempt(() => edit.run({ tagId, colour: to }))}
            />
          </>
        )
      }
    />
  )
}
