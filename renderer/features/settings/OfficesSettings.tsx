// The section of offices and departments, and who is assigned to which (C13 to C16); employees see their own assignments.
import { useTranslation } from 'react-i18next'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { Assignments } from './Assignments.tsx'
import { CodedList } from './CodedList.tsx'
import { Row, Section } from './settingsSearch.tsx'

export function OfficesSettings() {
  const { t } = useTranslation('settings')
  const leads = usePermitted()('office.add')
  const assignments = useRequest('assignment.list', {})
  const words = (assignments.data ?? []).flatMap(({ userName, customerName }) => [
    userName,
    customerName ?? '',
  ])
  return (
    <Section id="offices" title={t('section.offices')} lead={t(leads ? 'lead.offices' : 'lead.officesOwn')}>
      {leads && (
        <>
          <CodedList of="office" />
          <CodedList of="department" />
        </>
      )}
      <Row
        label={t('offices.assignments')}
        hint={leads ? t('offices.assignmentsHint') : t('offices.ownHint')}
        words={words}
      >
        <Assignments />
      </Row>
    </Section>
  )
}
