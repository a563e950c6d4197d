// Arranges the bar: its buttons are dragged by mouse or moved by keys, taken off and added; kept with the user at once.
import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { Announcements, DragEndEvent } from '@dnd-kit/core'
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { ActionIcon, Button as PressButton, Group, Stack, Text } from '@mantine/core'
import { GripVertical, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonAct, MOST_BUTTONS } from '../../../shared/entities/button.ts'
import type { Button } from '../../../shared/entities/button.ts'
import { arranged, DEFAULT_BUTTONS, isSameButton } from '../../../shared/rules/buttons.ts'
import { useCurrentUser, useModule } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { CategorySelect } from '../../ui/fields/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import type { Named } from '../../ui/fields/subjectChoice.ts'
import classes from './ButtonBar.module.css'
import { ButtonMark } from './ButtonMark.tsx'
import { buttonKey, useFavouriteNames } from './useButtonActs.ts'

export function ArrangeButtons({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('buttons')
  const { buttons: kept } = useCurrentUser()
  const save = useCommand('buttons.arrange', { undo: t('arranged') })
  // Drawn at once; what is kept comes back the same.
  const [buttons, setButtons] = useState<readonly Button[]>(kept ?? DEFAULT_BUTTONS)
  const named = useFavouriteNames(buttons)
  const labelOf = (button: Button): string => {
    if (button.act !== 'favourite') return t(`act.${button.act}`)
    const { customer, category } = named(button)
    return customer === null
      ? t('gone')
      : [customer.name, category?.name].filter((name) => name !== undefined).join(' · ')
  }
  const arrange = (next: readonly Button[]) => {
    const clean = arranged(next)
    setButtons(clean)
    void save.run({ buttons: clean })
  }
  const keys = buttons.map(buttonKey)
  const ended = ({ active, over }: DragEndEvent) => {
    const [from, to] = [keys.indexOf(String(active.id)), keys.indexOf(String(over?.id ?? ''))]
    if (from >= 0 && to >= 0 && from !== to) arrange(arrayMove([...buttons], from, to))
  }
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const nameAt = (id: unknown): string => {
    const button = buttons[keys.indexOf(String(id))]
    return button === undefined ? '' : labelOf(button)
  }
  const placeOf = (id: unknown) => ({ place: keys.indexOf(String(id)) + 1, all: keys.length })
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('drag.start', { name: nameAt(active.id), ...placeOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over === null ? undefined : t('drag.over', { name: nameAt(active.id), ...placeOf(over.id) }),
    onDragEnd: ({ active, over }) =>
      t('drag.end', { name: nameAt(active.id), ...placeOf(over?.id ?? active.id) }),
    onDragCancel: ({ active }) => t('drag.cancel', { name: nameAt(active.id) }),
  }
  const calendar = useModule('calendar')
  const addable = ButtonAct.options.filter(
    (act) =>
      act !== 'favourite' &&
      (calendar || (act !== 'newMeeting' && act !== 'newTask')) &&
      !buttons.some((button) => button.act === act),
  )
  return (
    <Dialog onClose={onClose} title={t('arrange')} size={520}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={ended}
          accessibility={{
            announcements,
            screenReaderInstructions: { draggable: t('drag.how') },
          }}
        >
          <SortableContext items={keys} strategy={verticalListSortingStrategy}>
            <ul className={classes.list} aria-label={t('bar')}>
              {buttons.map((button) => (
                <Row
                  key={buttonKey(button)}
                  button={button}
                  label={labelOf(button)}
                  onRemove={() => arrange(buttons.filter((other) => !isSameButton(other, button)))}
                />
              ))}
            </ul>
          </SortableContext>
        </DndContext>
        {buttons.length === 0 && <Text size="sm">{t('none')}</Text>}
        {buttons.length < MOST_BUTTONS && (
          <>
            <Group gap="xs">
              {addable.map((act) => (
                <PressButton
                  key={act}
                  size="compact-sm"
                  variant="default"
                  aria-label={t('addNamed', { name: t(`act.${act}`) })}
                  onClick={() => arrange([...buttons, { act, customerId: null, categoryId: null }])}
                >
                  + {t(`act.${act}`)}
                </PressButton>
              ))}
            </Group>
            <Favourite onAdd={(favourite) => arrange([...buttons, favourite])} />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <PressButton
            variant="subtle"
            color="gray"
            onClick={() => {
              setButtons(DEFAULT_BUTTONS)
              void save.run({ buttons: null })
            }}
          >
            {t('reset')}
          </PressButton>
          <PressButton onClick={onClose}>{t('done')}</PressButton>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Row({ button, label, onRemove }: { button: Button; label: string; onRemove: () => void }) {
  const { t } = useTranslation('buttons')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: buttonKey(button) })
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      data-dragging={isDragging || undefined}
      style={{
        ...(transform !== null && { transform: `translate(${transform.x}px, ${transform.y}px)` }),
        transition,
      }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        className={classes.handle ?? ''}
        {...attributes}
        {...listeners}
        aria-label={t('moveNamed', { name: label })}
      >
        <GripVertical size={15} />
      </ActionIcon>
      <ButtonMark act={button.act} colour={null} />
      <bdi className={`${classes.name} truncate`} title={label}>
        {label}
      </bdi>
      <ActionIcon aria-label={t('removeNamed', { name: label })} onClick={onRemove}>
        <X size={15} />
      </ActionIcon>
    </li>
  )
}

function Favourite({ onAdd }: { onAdd: (button: Button) => void }) {
  const { t } = useTranslation('buttons')
  const [customer, setCustomer] = useState<Named | null>(null)
  const [category, setCategory] = useState<Named | null>(null)
  return (
    <Group gap="xs" align="flex-end" role="group" aria-label={t('favourite')}>
      <CustomerSelect value={customer} onChange={setCustomer} clearable />
      <CategorySelect value={category} onChange={setCategory} clearable customerId={customer?.id ?? null} />
      <PressButton
        variant="default"
        disabled={customer === null}
        onClick={() => {
          if (customer === null) return
          onAdd({ act: 'favourite', customerId: customer.id, categoryId: category?.id ?? null })
          setCustomer(null)
          setCategory(null)
        }}
      >
        {t('addFavourite')}
      </PressButton>
    </Group>
  )
}
