// The picker of names, the same wherever a name is chosen: the first row is marked, Enter takes what is marked and goes on, what is
// typed after a choice replaces it, and "Add new" stands in the list. To assistive technology it is a combobox.
import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Live } from '../Said.tsx'
import { NameList } from './NameList.tsx'
import { useEnterTakes } from './enterTakes.ts'
import { usePickerError } from './pickerError.tsx'
import { useNamePicker } from './useNamePicker.ts'
import type { NamePickerProps } from './namePicker.ts'

export type NameSelectProps = NamePickerProps & {
  label: string
  required?: boolean
  disabled?: boolean
  error?: ReactNode
  description?: ReactNode
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  /** Focus it when its dialog opens. */
  autoFocus?: boolean
}

export function NameSelect(props: NameSelectProps) {
  const { t } = useTranslation('common')
  const { label, value } = props
  const picker = useNamePicker(props)
  const error = usePickerError(picker)
  const enterTakes = useEnterTakes()
  const fieldRef = useMergedRef(picker.field, props.inputRef)
  const store = useCombobox({ opened: picker.opened, onOpenedChange: picker.setOpened })
  const tells = picker.shown && picker.typed !== '' && props.waiting !== true && !picker.naming
  return (
    <Combobox
      store={store}
      onOptionSubmit={(index) => {
        const row = picker.rows[Number(index)]
        if (row !== undefined) picker.take(row)
      }}
      keepMounted={false}
      shadow="md"
    >
      <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
        <InputBase
          ref={fieldRef}
          label={label}
          required={props.required ?? false}
          withAsterisk={false}
          error={error ?? props.error}
          errorProps={{ component: 'div' }}
          description={props.description}
          disabled={props.disabled ?? false}
          readOnly={picker.making}
          placeholder={picker.naming ? t('select.newName') : (props.placeholder ?? t('select.placeholder'))}
          value={picker.text ?? value?.name ?? ''}
          title={value?.name ?? ''}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-autofocus={props.autoFocus || undefined}
          aria-required={props.required ?? false}
          inputContainer={(input) => (
            <>
              {input}
              <Live>{tells && t('select.found', { count: picker.fits })}</Live>
            </>
          )}
          rightSectionPointerEvents="auto"
          rightSection={
            props.clearable === true && value !== null && props.disabled !== true ? (
              <CloseButton
                size="sm"
                aria-label={t('select.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={picker.clear}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          {...picker.role}
          aria-description={enterTakes(picker.heard)}
          {...picker.input}
        />
      </Combobox.Target>
      <NameList label={label} picker={picker} value={value?.id ?? null} />
    </Combobox>
  )
}
