// The Contact of a time log entry: its label searches for another, its name unfolds the customer's details (A14 to A16).
import { Anchor, Box, Collapse, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import type { Named } from '../../ui/fields/subjectChoice.ts'

type ContactFieldProps = {
  customer: Named | null
  onChange: (customer: Named | null) => void
  required: boolean
}

export function ContactField({ customer, onChange, required }: ContactFieldProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const [searching, setSearching] = useState(false)
  const [details, setDetails] = useState(false)
  const labelId = useId()
  if (searching) {
    return (
      <CustomerSelect
        label={t('timeLog.contact')}
        value={customer}
        clearable={!required}
        required={required}
        inputRef={(input) => input?.focus()}
        onChange={(choice) => {
          onChange(choice)
          setSearching(false)
        }}
      />
    )
  }
  return (
    <Box miw={0}>
      <Anchor
        id={labelId}
        component="button"
        type="button"
        size="sm"
        fw={500}
        title={t('timeLog.contactHint')}
        onClick={() => setSearching(true)}
      >
        {t('timeLog.contact')}
      </Anchor>
      <Box mt={4} mih={30}>
        {customer === null ? (
          <Text c="dimmed">{tc('noCustomer')}</Text>
        ) : (
          <Anchor
            component="button"
            type="button"
            className="truncate"
            maw="100%"
            dir="auto"
            title={customer.name}
            aria-labelledby={undefined}
            aria-expanded={details}
            onClick={() => setDetails((was) => !was)}
          >
            {customer.name}
          </Anchor>
        )}
      </Box>
      <Collapse expanded={details && customer !== null}>
        {customer !== null && details && <Details id={customer.id} />}
      </Collapse>
    </Box>
  )
}

function Details({ id }: { id: Id }) {
  const { t } = useTranslation('timer')
  const query = useRequest('customer.get', { customerId: id })
  return (
    <Loaded query={query} rows={2}>
      {(customer) => {
        const lines = [
          customer.status,
          customer.code,
          customer.contactPerson,
          customer.phone,
          customer.email,
          customer.address,
        ]
        const known = lines.filter((line) => line !== '')
        return (
          <Stack gap={0} mt={4} role="group" aria-label={t('timeLog.details')}>
            {known.map((line) => (
              <Text
                key={line}
                size="sm"
                dir="auto"
                style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
              >
                {line}
              </Text>
            ))}
          </Stack>
        )
      }}
    </Loaded>
  )
}
