// By what the time of an invoice becomes lines: one press.
import { Input, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useModule } from '../../channel/AppState.tsx'
import { GroupBy } from '../../../shared/entities/invoice.ts'

export function GroupChoice({ value, onChange }: { value: GroupBy; onChange: (group: GroupBy) => void }) {
  const { t } = useTranslation('invoices')
  const cases = useModule('cases')
  // Without our own cases, it is the number that they have in another system.
  const nameOf = (option: GroupBy) => t(`group.${option === 'case' && !cases ? 'reference' : option}`)
  return (
    <div>
      <Input.Label component="div">{t('group.label')}</Input.Label>
      <div>
        <SegmentedControl
          aria-label={t('group.label')}
          size="xs"
          data={GroupBy.options.map((option) => ({ value: option, label: nameOf(option) }))}
          value={value}
          onChange={(next) => onChange(GroupBy.parse(next))}
        />
      </div>
    </div>
  )
}
