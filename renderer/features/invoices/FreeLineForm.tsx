// The form of a line that is no recorded time: what for, how much of it, at which price and tax.
import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { FreeLine } from '../../../shared/entities/invoice.ts'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { hundredthsOf, usePercent } from './percent.ts'
import { TaxChoice } from './TaxChoice.tsx'

export type FreeLineFormProps = {
  line: FreeLine | null
  currency: string
  onSave: (line: FreeLine) => Promise<Reply<unknown>>
  onClose: () => void
}

export function FreeLineForm({ line, onSave, onClose }: FreeLineFormProps) {
  const { t } = useTranslation('invoices')
  const { t: tc } = useTranslation('common')
  const percent = usePercent()
  const [text, setText] = useState(line?.text ?? '')
  const [quantity, setQuantity] = useState(percent.text(line?.quantityHundredths ?? 100))
  const [price, setPrice] = useState<number | null>(line?.unitPriceMinor ?? 0)
  const [tax, setTax] = useState(line?.tax ?? null)
  const [tried, setTried] = useState(false)
  const read = hundredthsOf(quantity)
  const submit = async () => {
    setTried(true)
    if (text.trim() === '' || read === null || price === null) return
    const reply = await onSave({ text, quantityHundredths: read, unitPriceMinor: price, tax })
    if (reply.ok) onClose()
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Group
        gap="sm"
        align="flex-start"
        my="xs"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        data-mantine-stop-propagation
      >
        <TextInput
          label={t('lines.text')}
          value={text}
          maxLength={1000}
          autoFocus
          dir="auto"
          style={{ flex: '1 1 200px' }}
          error={tried && text.trim() === '' ? t('lines.textRequired') : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label={t('lines.quantity')}
          value={quantity}
          w={110}
          inputMode="decimal"
          classNames={{ input: 'num' }}
          error={tried && read === null ? t('lines.number') : null}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
        <MoneyField label={t('lines.price')} valueMinor={price} onChange={setPrice} />
        <TaxChoice label={t('lines.tax')} value={tax} onChange={setTax} />
      </Group>
      <Group gap="sm" mb="xs">
        <Button type="submit" size="compact-sm">
          {t('lines.save')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {tc('cancel')}
        </Button>
      </Group>
    </SubmitForm>
  )
}
