// The fields of a form that say what time is on: one for each that a subject has, in order, each asking as its noun is asked for.
import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import type { TimeRules } from '../../../shared/entities/rules.ts'
import type {
  FlagPart,
  Label,
  OneEntry,
  OneNoun,
  PartialSubject,
  SomeNoun,
  SubjectPart,
} from '../../../shared/entities/subject.ts'
import { FLAGS, ONES, SOMES, TEXTS } from '../../../shared/entities/subject.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { CaseSelect } from './CaseSelect.tsx'
import { CategorySelect } from './CategorySelect.tsx'
import { CustomerSelect } from './CustomerSelect.tsx'
import { FlagBox } from './FlagBox.tsx'
import type { NameSelectProps } from './NameSelect.tsx'
import { OpportunitySelect } from './OpportunitySelect.tsx'
import { ProjectSelect } from './ProjectSelect.tsx'
import { ShortText } from './ShortText.tsx'
import type { SubjectChoice } from './subjectChoice.ts'
import { chooseIn, missingIn } from './subjectChoice.ts'
import { TagsSelect } from './TagsSelect.tsx'

export type ChooserProps = Omit<NameSelectProps, 'options' | 'onSearch' | 'onCreate'> & {
  /** The thing of which it is a part; null: none is chosen. */
  whole: Id | null
  /** Whose choices come first. */
  customerId: Id | null
  /** What the time is on already: offered also where it takes no more. */
  keep: Id | null
}

const CHOOSERS: Record<OneNoun, (props: ChooserProps) => ReactNode> = {
  customer: ({ whole: _whole, customerId: _customerId, keep: _keep, ...props }) => (
    <CustomerSelect {...props} />
  ),
  category: ({ whole: _whole, keep: _keep, ...props }) => <CategorySelect {...props} />,
  project: ({ whole, customerId: _customerId, ...props }) => <ProjectSelect {...props} customerId={whole} />,
  opportunity: ({ whole, customerId: _customerId, ...props }) => (
    <OpportunitySelect {...props} customerId={whole} />
  ),
  case: ({ whole, customerId: _customerId, ...props }) => <CaseSelect {...props} customerId={whole} />,
}

export type SomeChooserProps = {
  label: string
  value: readonly Label[]
  onChange: (value: readonly Label[]) => void
}
const SOME_CHOOSERS: Record<SomeNoun, (props: SomeChooserProps) => ReactNode> = { tag: TagsSelect }

export type SubjectFieldsProps = {
  value: SubjectChoice
  onChange: (choice: SubjectChoice, changed: PartialSubject) => void
  /** Only those that the rules can demand, or only the others, or only those that are asked for before a start; without: all. */
  only?: 'demanded' | 'further' | 'first'
  /** A text is handed on when its field is left, not with each letter. */
  textsWhenLeft?: boolean
  /** Is said by the page, and not asked for. */
  about?: readonly SubjectPart[]
  /** What the time is on already. */
  keep?: PartialSubject
  /** Say of each that is demanded and missing that it is. */
  showMissing?: boolean
  /** What is demanded, where it is not what the current user's rules say. */
  rules?: TimeRules
  /** What one is called here instead. */
  labels?: Partial<Record<SubjectPart, string>>
  /** Another way to ask for one. */
  instead?: Partial<Record<SubjectPart, ReactNode>>
  /** The first that is empty has the focus when the dialog opens. */
  autoFocus?: boolean
  firstInput?: RefObject<HTMLInputElement | null>
}

export function SubjectFields(props: SubjectFieldsProps) {
  const { value, onChange, only, about = [], keep = {}, labels = {}, instead = {} } = props
  const { t } = useTranslation('common')
  const { rules: own } = useAppState()
  const rules = props.rules ?? own
  const [coming, setComing] = useState<readonly SubjectPart[]>([])
  const shown = ONES.filter(
    ({ part, demandedBy }) =>
      !about.includes(part) &&
      (only === undefined || only === 'first' || (only === 'demanded') === (demandedBy !== null)),
  )
  const missing = missingIn(value, rules)
  const firstEmpty = shown.find(({ part, demandedBy }) => demandedBy !== null && value[part] === null)
  const ones = shown.map(({ field, part, noun, of, demandedBy }: OneEntry, index) => {
    const other = instead[part]
    if (other !== undefined) return other
    const Chooser = CHOOSERS[noun]
    const demanded = demandedBy !== null && rules[demandedBy]
    return (
      <Chooser
        key={field}
        label={labels[part] ?? t(`subject.${part}`)}
        value={value[part]}
        onChange={(choice) => {
          const { choice: next, changed } = chooseIn(value, part, choice)
          onChange(next, changed)
        }}
        whole={ONES.flatMap((one) => (one.field === of ? [value[one.part]?.id ?? null] : []))[0] ?? null}
        customerId={value.customer?.id ?? null}
        keep={keep[field] ?? null}
        required={demanded}
        clearable={!demanded}
        autoFocus={props.autoFocus === true && firstEmpty?.part === part}
        error={props.showMissing === true && missing.includes(part) ? t('required') : undefined}
        // What is chosen by what stands before it waits for that.
        waiting={shown.slice(0, index).some((before) => coming.includes(before.part))}
        onComing={(isComing) =>
          setComing((was) => [...was.filter((other) => other !== part), ...(isComing ? [part] : [])])
        }
        {...(index === 0 && props.firstInput !== undefined && { inputRef: props.firstInput })}
      />
    )
  })
  if (only === 'demanded' || only === 'first') return ones
  const choose = <P extends SubjectPart>(part: P, to: SubjectChoice[P]) => {
    const { choice, changed } = chooseIn(value, part, to)
    onChange(choice, changed)
  }
  return [
    ...ones,
    <SimpleGrid key="more" cols={{ base: 1, xs: 2 }} spacing="md">
      {SOMES.map(({ field, part, noun }) => {
        const Chooser = SOME_CHOOSERS[noun]
        return (
          <Chooser
            key={field}
            label={labels[part] ?? t(`subject.${part}`)}
            value={value[part]}
            onChange={(to) => choose(part, to)}
          />
        )
      })}
      {TEXTS.map(({ field, part }) => (
        <ShortText
          key={field}
          label={labels[part] ?? t(`subject.${part}`)}
          value={value[part]}
          onChange={(to) => choose(part, to)}
          whenLeft={props.textsWhenLeft === true}
        />
      ))}
      <Flags key="flags" value={value} labels={labels} choose={choose} />
    </SimpleGrid>,
  ]
}

type FlagsProps = {
  value: SubjectChoice
  labels: Partial<Record<SubjectPart, string>>
  choose: <P extends FlagPart>(part: P, to: SubjectChoice[P]) => void
}

function Flags({ value, labels, choose }: FlagsProps) {
  const { t } = useTranslation('common')
  const named = Object.fromEntries(ONES.map(({ field, part }) => [field, value[part]?.id ?? null]))
  const unsaid = useRequest('entry.flagsUnsaid', named, { keepPrevious: true }).data
  return FLAGS.map(({ field, part, isKey }) => (
    <FlagBox
      key={field}
      label={labels[part] ?? t(`subject.${part}`)}
      hint={t(`flag.unsaid.${part}`)}
      value={value[part]}
      unsaid={unsaid?.[isKey]}
      onChange={(to) => choose(part, to)}
    />
  ))
}
