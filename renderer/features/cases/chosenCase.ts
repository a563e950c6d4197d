// A case as what new time is on: its customer, the project that it is tied to, and itself.
import type { CaseRow } from '../../../shared/contract/case.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { codeLabel } from '../../ui/figures/codeLabel.ts'

type Said = Pick<
  CaseRow,
  'id' | 'code' | 'name' | 'customerId' | 'customerName' | 'projectId' | 'projectCode' | 'projectName'
>

export function chosenCase(one: Said): Partial<SubjectChoice> {
  const { projectId, projectCode, projectName } = one
  return {
    customer: { id: one.customerId, name: one.customerName },
    project:
      projectId === null
        ? null
        : { id: projectId, name: codeLabel({ code: projectCode ?? '', name: projectName ?? '' }) },
    case: { id: one.id, name: codeLabel(one) },
  }
}
