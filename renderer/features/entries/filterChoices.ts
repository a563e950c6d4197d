// What each filter of a list of time has to choose from: the users, the things of each noun that time is on, and yes or no of a flag.
import { useTranslation } from 'react-i18next'
import type { Placement } from '../../../shared/entities/assignment.ts'
import { PLACES } from '../../../shared/entities/assignment.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { SubjectNoun, SubjectPart } from '../../../shared/entities/subject.ts'
import type { SubjectFilterName } from '../../../shared/entities/subjectFilter.ts'
import { FLAG_FILTERS, ID_FILTERS } from '../../../shared/entities/subjectFilter.ts'
import { useAppState, useCurrentUser, useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { codeLabel } from '../../ui/figures/codeLabel.ts'

export type FilterChoice = {
  name: 'userId' | keyof Placement | Exclude<SubjectFilterName, 'customerId'>
  label: string
  /** What it is called where nothing is chosen. */
  all: string
  options: readonly { value: string | boolean | null; label: string }[]
}

/** `of`: whose projects and the like. A noun of which there may be thousands is not chosen in a line. */
function useThings(of: Id | null): Record<SubjectNoun, FilterChoice['options']> {
  const categories = useRequest('category.list', {}).data ?? []
  const projects = useRequest(
    'project.list',
    { customerId: of ?? '', limit: 500 },
    { enabled: of !== null },
  ).data
  const cases = useRequest(
    'case.list',
    { customerId: of ?? '', limit: 500 },
    { enabled: useModule('cases') && of !== null },
  ).data
  const opportunities = useRequest(
    'opportunity.list',
    { customerId: of ?? '' },
    { enabled: useModule('opportunities') && of !== null },
  ).data
  const tags = useRequest('tag.list', {}).data ?? []
  const named = ({ id, name }: { id: Id; name: string }) => ({ value: id, label: name })
  return {
    customer: [],
    category: categories.map(named),
    project: (projects?.rows ?? []).map((project) => ({ value: project.id, label: codeLabel(project) })),
    case: (cases?.rows ?? []).map((one) => ({ value: one.id, label: codeLabel(one) })),
    opportunity: (opportunities?.rows ?? []).map(named),
    tag: tags.map(named),
  }
}

/** Those that there is something to choose from. `about`: what all of the list is on. */
export function useFilterChoices(customerId: Id | null, about?: SubjectPart): FilterChoice[] {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const { team, organisation } = useAppState()
  const seesAll = useCurrentUser().role !== 'employee' || organisation?.colleaguesSeeTime === true
  const users = useRequest('user.list', {}).data ?? []
  const things = useThings(customerId)
  const placed = {
    office: useRequest('office.list', {}).data ?? [],
    department: useRequest('department.list', {}).data ?? [],
  }
  const choices: FilterChoice[] = [
    {
      name: 'userId',
      label: t('filter.user'),
      all: t('filter.all.user'),
      options: team && seesAll ? users.map(({ id, name }) => ({ value: id, label: name })) : [],
    },
    ...ID_FILTERS.flatMap(({ name, entry }): FilterChoice[] => {
      if (name === 'customerId' || entry.part === about || things[entry.noun].length === 0) return []
      const none = { value: null, label: t(`filter.none.${entry.noun}`) }
      return [
        {
          name,
          label: tc(`subject.${entry.part}`),
          all: t(`filter.all.${entry.noun}`),
          options: [...(entry.demandedBy === null ? [none] : []), ...things[entry.noun]],
        },
      ]
    }),
    ...PLACES.flatMap(({ field, noun }): FilterChoice[] => {
      if (placed[noun].length === 0) return []
      const none = { value: null, label: t(`filter.none.${noun}`) }
      const rows = placed[noun].map((row) => ({
        value: row.id,
        label: [row.code, row.name].filter(Boolean).join(' · '),
      }))
      return [{ name: field, label: tc(noun), all: t(`filter.all.${noun}`), options: [none, ...rows] }]
    }),
    ...FLAG_FILTERS.map(({ name, entry }): FilterChoice => {
      const label = tc(`subject.${entry.part}`)
      return {
        name,
        label,
        all: t('filter.isIt', { name: label }),
        options: [
          { value: true, label: tc('flag.is', { name: label }) },
          { value: false, label: tc('flag.isNot', { name: label }) },
        ],
      }
    }),
  ]
  return choices.filter(({ options }) => options.length > 0)
}
