// The notes of a case: what it is about and what was found out, in one text.
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/contract/case.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { EditInPlace } from '../../ui/fields/EditInPlace.tsx'
import classes from './cases.module.css'

export function CaseNotes({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  const may = usePermitted()('case.edit')
  const edit = useCommand('case.edit', { errors: 'return', undo: t('saved', { what: one.code }) })
  const save = async (notes: string) => {
    const reply = await edit.run({ caseId: one.id, notes })
    return reply.ok ? null : reply.error
  }
  return (
    <div className={classes.notes}>
      <EditInPlace
        label={t('details.notes')}
        hideLabel
        multiline
        whole
        value={one.notes}
        maxLength={10_000}
        onSave={may ? save : undefined}
      />
    </div>
  )
}
