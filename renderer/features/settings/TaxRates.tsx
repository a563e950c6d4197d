// The tax rates that invoices choose from.
import { ActionIcon, Button, Group, Radio, Select, TextInput } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { TaxCategory } from '../../../shared/entities/tax.ts'
import type { TaxRate } from '../../../shared/entities/taxRate.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { hundredthsOf, usePercent } from '../invoices/percent.ts'
import { Row } from './settingsSearch.tsx'

export function TaxRates() {
  const { t } = useTranslation('invoices')
  const rates = useRequest('taxRate.list', {})
  const [adding, setAdding] = useState(false)
  return (
    <Row
      label={t('settings.taxes')}
      hint={t('settings.taxesHint')}
      words={(rates.data ?? []).map(({ name }) => name)}
      control={
        <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
          {t('settings.taxAdd')}
        </Button>
      }
    >
      {adding && <TaxForm onClose={() => setAdding(false)} />}
      <Loaded query={rates} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{t('settings.taxNone')}</p>
          ) : (
            <PlainTable>
              <thead>
                <tr>
                  <th scope="col">{t('settings.taxName')}</th>
                  <th scope="col" data-end>
                    {t('settings.percent')}
                  </th>
                  <th scope="col">{t('settings.category')}</th>
                  <th scope="col">{t('settings.taxDefault')}</th>
                  <th scope="col" data-end>
                    {t('settings.taxAction')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((rate) => (
                  <TaxLine key={rate.id} rate={rate} />
                ))}
              </tbody>
            </PlainTable>
          )
        }
      </Loaded>
    </Row>
  )
}

function TaxLine({ rate }: { rate: TaxRate }) {
  const { t } = useTranslation('invoices')
  const percent = usePercent()
  const { id: taxRateId, name } = rate
  const edit = useCommand('taxRate.edit', { undo: t('settings.saved') })
  const remove = useCommand('taxRate.remove', { undo: t('settings.taxDeleted', { name }) })
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td data-end className="num">
        {percent.shown(rate.percentHundredths)}
      </td>
      <td>{t(`settings.kind.${rate.taxCategory}`)}</td>
      <td>
        <Radio
          aria-label={t('settings.makeDefault', { name })}
          checked={rate.isDefault}
          onChange={() => void edit.run({ taxRateId, isDefault: true })}
        />
      </td>
      <td data-end>
        <ActionIcon
          c="var(--db-stop)"
          aria-label={t('settings.taxDelete', { name })}
          title={t('settings.taxDelete', { name })}
          onClick={() => void remove.run({ taxRateId })}
        >
          <Trash2 size={16} />
        </ActionIcon>
      </td>
    </tr>
  )
}

function TaxForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('invoices')
  const { t: tc } = useTranslation('common')
  const [name, setName] = useState('')
  const [percent, setPercent] = useState('')
  const [taxCategory, setTaxCategory] = useState<TaxCategory>('S')
  const [exemption, setExemption] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('taxRate.add', { errors: 'return', undo: t('settings.taxAdded', { name }) })
  const taxed = taxCategory === 'S'
  const read = taxed ? hundredthsOf(percent) : 0
  const wrong = read === null || read < 0 || read > 10_000 || (taxed && read === 0)
  const submit = async () => {
    setTried(true)
    if (name.trim() === '' || wrong || read === null) return
    const reply = await add.run({ name, taxCategory, percentHundredths: read, exemption })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Group
        gap="sm"
        align="flex-start"
        mb="xs"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        data-mantine-stop-propagation
      >
        <TextInput
          label={t('settings.taxName')}
          value={name}
          maxLength={200}
          autoFocus
          dir="auto"
          w={170}
          error={tried && name.trim() === '' ? t('settings.nameRequired') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('settings.category')}
          data={TaxCategory.options.map((value) => ({ value, label: t(`settings.kind.${value}`) }))}
          value={taxCategory}
          allowDeselect={false}
          w={190}
          onChange={(value) => setTaxCategory(TaxCategory.parse(value))}
        />
        {taxed ? (
          <TextInput
            label={t('settings.percent')}
            value={percent}
            w={110}
            inputMode="decimal"
            classNames={{ input: 'num' }}
            error={tried && wrong ? t('settings.percentWrong') : null}
            onChange={(event) => setPercent(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            label={t('settings.exemption')}
            description={t('settings.exemptionHint')}
            value={exemption}
            maxLength={500}
            dir="auto"
            w={240}
            onChange={(event) => setExemption(event.currentTarget.value)}
          />
        )}
      </Group>
      <Refusal error={error} onClose={() => setError(null)} />
      <Group gap="sm" mb="xs">
        <Button type="submit" size="compact-sm" loading={add.pending}>
          {tc('save')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {tc('cancel')}
        </Button>
      </Group>
    </SubmitForm>
  )
}
