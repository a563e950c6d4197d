// What the groups of a report are called, and the keys of its rows.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportRow } from '../../../shared/contract/report.ts'
import type { ReportGroup } from '../../../shared/entities/report.ts'
import { PLACES } from '../../../shared/entities/assignment.ts'
import { isSubjectGroup, REPORT_GROUPS } from '../../../shared/entities/report.ts'
import { NAMING } from '../../../shared/entities/subject.ts'
import { factsOf } from '../../../shared/entities/relations.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'

/** Those that there is something of: what is switched off leaves no trace (F12), nor does a list that is empty. */
export function useGroups(): readonly ReportGroup[] {
  const { modules } = useAppState()
  const offices = useRequest('office.list', {}).data ?? []
  const departments = useRequest('department.list', {}).data ?? []
  const there = { office: offices.length > 0, department: departments.length > 0 }
  return REPORT_GROUPS.filter((group) => {
    const place = PLACES.find(({ noun }) => noun === group)
    if (place !== undefined) return there[place.noun]
    const noun = NAMING.find(({ part }) => part === group)?.noun
    const { module } = noun === undefined ? {} : factsOf(noun)
    return module === undefined || modules.includes(module)
  })
}

/** What a group is called: a field of what time is on as everywhere. */
export function useGroupName(): (group: ReportGroup) => string {
  const { t } = useTranslation('reports')
  const { t: tc } = useTranslation('common')
  return useCallback(
    (group) => (isSubjectGroup(group) ? tc(`subject.${group}`) : t(`group.${group}`)),
    [t, tc],
  )
}

/** What a row is called: a name, a day, a week, a month, or that it has none. */
export function useRowName(): (group: ReportGroup, row: Pick<ReportRow, 'key' | 'name'>) => string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const groupName = useGroupName()
  return useCallback(
    (group, { key, name }) => {
      if (key === null) return t('none', { group: groupName(group) })
      switch (group) {
        case 'day':
          return format.date(key, 'short')
        case 'week':
          return t('weekFrom', { day: format.date(key, 'short') })
        case 'month':
          return format.month(key)
        default:
          return name ?? t('gone')
      }
    },
    [t, format, groupName],
  )
}
