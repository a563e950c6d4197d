// What a session is called on screens: the names of what it is on, with their own direction.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubjectNames } from '../../../shared/entities/subject.ts'
import { sessionName } from '../../../shared/entities/subject.ts'

// Right-to-left names must not turn the order of what stands beside them.
const isolated = (name: string) => (/[\u0590-\u08ff\ufb1d-\ufeff]/.test(name) ? `\u2068${name}\u2069` : name)

/** `nothing`: what one is called that is on nothing at all. */
export function useSessionName(
  nothing: 'noCustomer' | 'noCategory' = 'noCustomer',
): (names: SubjectNames) => string {
  const { t } = useTranslation('common')
  return useCallback((names) => sessionName(names, t(nothing), isolated), [t, nothing])
}
