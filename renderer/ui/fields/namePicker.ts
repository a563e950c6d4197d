// What a picker of names is given, and what its field is given by it.
import type { FocusEvent, FormEvent, KeyboardEvent, RefObject } from 'react'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { NameOption, PickerRow } from './pickerRows.ts'

export type Named = { id: Id; name: string }

export type NamePickerProps = {
  value: Named | null
  onChange: (choice: Named | null) => void
  /** In the order to show; those that fit what is typed are found among them. */
  options: readonly NameOption[]
  /** What is typed, for a caller that cannot hold all names and asks for those that fit. */
  onSearch?: (text: string) => void
  /** The options for what is typed are still on their way: an Enter then chooses among them, not among the old ones. */
  waiting?: boolean
  /** An Enter was pressed, and its choice is still on its way: what depends on the choice waits too. */
  onComing?: (coming: boolean) => void
  /** Makes a new one. Absent: nobody may add here. */
  onCreate?: ((name: string) => Promise<Result<Named, AppError>>) | undefined
  /** It may be passed by: with nothing typed no row is marked, and Enter means the form. */
  passable?: boolean
  /** To leave it emptied means none. */
  clearable?: boolean
  /**
   * It is one of several that are chosen one after the other: after a choice the focus stays for the next. What is typed and Entered
   * before the names are there, or names nothing yet, is handed on at once, and the field is free; a refusal brings it back.
   */
  several?: { typed: (name: string) => Promise<AppError | null> }
  /** It was left with something typed that names nothing. */
  onUnknown?: () => void
  maxRows?: number
}

/**
 * What is chosen once the names are there: the marked row after an Enter (`row`), a name after a Tab (`name`), a name that is whole
 * or the only one where the field was left in another way (`whole`); or a new one is being made.
 */
export type Coming = 'row' | 'name' | 'whole' | 'new'

export type NamePicker = {
  field: RefObject<HTMLInputElement | null>
  listId: string
  rowId: (index: number) => string
  /** What is typed; null: nothing since the last choice. */
  text: string | null
  typed: string
  rows: readonly PickerRow[]
  /** How many names fit, on show or not. */
  fits: number
  marked: number
  opened: boolean
  setOpened: (opened: boolean) => void
  /** The list is on show. */
  shown: boolean
  /** "Add new" was chosen without a name: what is typed becomes one. */
  naming: boolean
  making: boolean
  /** What an Enter takes as the field is come to: said with it, as no row is active for assistive technology yet. */
  heard: PickerRow | undefined
  refused: AppError | null
  /** What is typed names nothing, or several, and its field was left: it stays, and is said to be wrong. */
  unknown: boolean
  take: (row: PickerRow) => void
  clear: () => void
  /** What assistive technology is told of its field. */
  role: {
    role: 'combobox'
    'aria-haspopup': 'listbox'
    'aria-autocomplete': 'list'
    'aria-expanded': boolean
    'aria-controls': string | undefined
    'aria-activedescendant': string | undefined
    'data-mantine-stop-propagation': true | undefined
  }
  input: {
    onFocus: (event: FocusEvent<HTMLInputElement>) => void
    onClick: () => void
    onBlur: (event: FocusEvent<HTMLInputElement>) => void
    onChange: (event: FormEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  }
}
