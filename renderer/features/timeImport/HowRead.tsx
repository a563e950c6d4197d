// How the files are read: what they are, what their columns hold, and what they do not say.
import { Alert, Button, Fieldset, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOptions, ImportSource, TimeImportReport } from '../../../shared/contract/timeImport.ts'
import { IMPORT_SOURCES } from '../../../shared/contract/timeImport.ts'
import { SOURCE_NAMES } from '../../../shared/text/timeImport.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Columns } from './Columns.tsx'
import classes from './timeImport.module.css'
import type { TimeImportState } from './useTimeImport.ts'

type Props = { state: TimeImportState; report: TimeImportReport }

export function HowRead({ state, report }: Props) {
  const { t } = useTranslation('timeImport')
  const { options, work } = state
  const { needs } = report
  const busy = work !== null
  // Once asked, they stay to be answered otherwise.
  const [asked] = useState({ zone: needs.includes('zone'), dateOrder: needs.includes('dateOrder') })
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const sources = IMPORT_SOURCES.map((value) => ({ value, label: SOURCE_NAMES[value] ?? t('otherTable') }))
  const answered =
    (!needs.includes('zone') || options.zone !== undefined) &&
    (!needs.includes('dateOrder') || options.dateOrder !== undefined)
  return (
    <Fieldset legend={t('how')} className={classes.how ?? ''}>
      <Stack gap="md">
        {report.remembered && <Text size="sm">{t('remembered')}</Text>}
        <Group align="flex-end" gap="md">
          <Select
            label={t('source')}
            data={sources}
            value={report.source}
            allowDeselect={false}
            disabled={busy}
            onChange={(source) => {
              // Columns of another tool are looked for anew.
              const { columns: _, ...others } = options
              if (source !== null) void state.check({ ...others, source: source as ImportSource })
            }}
          />
          {(asked.zone || needs.includes('zone') || options.zone !== undefined) && (
            <Select
              label={t('zone')}
              description={t('zoneHint')}
              data={
                zones.includes(options.zone ?? '')
                  ? zones
                  : [...zones, ...(options.zone === undefined ? [] : [options.zone])]
              }
              value={options.zone ?? null}
              searchable
              limit={100}
              allowDeselect={false}
              disabled={busy}
              onChange={(zone) => zone !== null && state.answer({ zone })}
            />
          )}
          {(asked.dateOrder || needs.includes('dateOrder')) && (
            <Select
              label={t('dateOrder')}
              description={t('dateOrderHint')}
              data={report.dateOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
              value={options.dateOrder ?? null}
              allowDeselect={false}
              disabled={busy}
              onChange={(order) =>
                order !== null && state.answer({ dateOrder: order as ImportOptions['dateOrder'] })
              }
            />
          )}
        </Group>
        {report.datesMixed && (
          <Alert color="orange" variant="light" p="xs">
            {t('datesMixed')}
          </Alert>
        )}
        <Columns state={state} report={report} />
        <People state={state} report={report} />
        <Usual state={state} report={report} />
        <Clocks state={state} report={report} />
        {needs.length > 0 && (
          <Group justify="flex-end">
            <Button disabled={!answered} loading={busy} onClick={() => void state.check()}>
              {t('check')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

const MOST_PEOPLE = 100

function People({ state, report }: Props) {
  const { t } = useTranslation('timeImport')
  const { currentUser } = useAppState()
  const format = useFormat()
  const users = useRequest('user.list', { activeOnly: true }).data ?? []
  const named = report.people.filter(({ name }) => name !== '')
  if (named.length === 0 || currentUser?.role === 'employee') return null
  const data = [
    { value: 'new', label: t('newUser') },
    ...users.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Fieldset legend={t('people')}>
      <Group align="flex-end" gap="md">
        {named.slice(0, MOST_PEOPLE).map(({ name, rows, userId }) => (
          <Select
            key={name}
            label={t('person', { name, rows: format.number(rows) })}
            data={data}
            value={userId ?? 'new'}
            searchable
            allowDeselect={false}
            disabled={state.work !== null}
            onChange={(id) =>
              id !== null && state.answer({ people: { ...state.options.people, [name]: id } })
            }
          />
        ))}
      </Group>
    </Fieldset>
  )
}

/** Asked only where the rules demand them. */
function Usual({ state }: Props) {
  const { t } = useTranslation('timeImport')
  const { rules } = useAppState()
  if (!rules.requireCustomer && !rules.requireCategory) return null
  return (
    <Group align="flex-start" gap="md">
      {rules.requireCustomer && <UsualName state={state} field="customer" label={t('usualCustomer')} />}
      {rules.requireCategory && <UsualName state={state} field="category" label={t('usualCategory')} />}
    </Group>
  )
}

function UsualName({
  state,
  field,
  label,
}: {
  state: TimeImportState
  field: 'customer' | 'category'
  label: string
}) {
  const said = state.options[field] ?? ''
  const [text, setText] = useState(said)
  const keep = () => {
    const name = text.trim()
    if (name === '') setText(said)
    else if (name !== said) state.answer({ [field]: name })
  }
  return (
    <TextInput
      label={label}
      value={text}
      maxLength={200}
      disabled={state.work !== null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}

/** What a clock change made double or impossible; what was answered can be answered otherwise. */
function Clocks({ state, report }: Props) {
  const { t } = useTranslation('timeImport')
  const { asks } = report
  const { options, work } = state
  return (
    <>
      {(asks.twice > 0 || options.twice !== undefined) && (
        <Radio.Group
          label={t('twice', { count: asks.twice })}
          value={options.twice ?? null}
          onChange={(twice) => state.answer({ twice: twice as ImportOptions['twice'] })}
        >
          <Group mt="xs">
            <Radio value="first" label={t('first')} disabled={work !== null} />
            <Radio value="second" label={t('second')} disabled={work !== null} />
          </Group>
        </Radio.Group>
      )}
      {(asks.missing > 0 || options.missing !== undefined) && (
        <Radio.Group
          label={t('missing', { count: asks.missing })}
          value={options.missing ?? null}
          onChange={(missing) => state.answer({ missing: missing as ImportOptions['missing'] })}
        >
          <Group mt="xs">
            <Radio value="next" label={t('next')} disabled={work !== null} />
            <Radio value="refuse" label={t('refuse')} disabled={work !== null} />
          </Group>
        </Radio.Group>
      )}
    </>
  )
}
