// The way out of a refusal that something takes no time, as it is not active or closed: the button that makes it active, or opens it.
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'

export function MakeActive({ error, onMade }: { error: AppError; onMade: () => void }) {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const customer = useCommand('customer.edit')
  const category = useCommand('category.edit')
  const user = useCommand('user.edit')
  const one = useCommand('case.edit')
  const id = error.details?.ids?.[0]
  const name = error.details?.values?.['name']
  if (id === undefined || typeof name !== 'string') return null
  const ways = {
    'record.inactiveCustomer': ['customer.edit', () => customer.run({ customerId: id, status: 'Active' })],
    'record.inactiveCategory': ['category.edit', () => category.run({ categoryId: id, active: true })],
    'record.inactiveUser': ['user.edit', () => user.run({ userId: id, active: true })],
    'case.closed': ['case.edit', () => one.run({ caseId: id, status: 'open' })],
  } as const
  if (!(error.code in ways)) return null
  const [command, run] = ways[error.code as keyof typeof ways]
  const closed = error.code === 'case.closed'
  const make = async () => {
    const reply = await run()
    if (reply.ok) onMade()
  }
  return (
    <Group gap="xs">
      {/* That it is closed stands in the sentence already. */}
      {!closed && <Text size="sm">{t('error.inactive', { name })}</Text>}
      {permitted(command) && (
        <Button
          size="compact-sm"
          variant="light"
          loading={[customer, category, user, one].some(({ pending }) => pending)}
          onClick={() => void make()}
        >
          {t(closed ? 'error.reopen' : 'error.makeActive')}
        </Button>
      )}
    </Group>
  )
}
