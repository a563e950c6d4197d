// How the lines of a draft are made, and what stands around them; each change shows at once below, as it will be printed.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INVOICE_LANGUAGES, LANGUAGE_NAMES } from '../../../shared/base/languages.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import classes from './invoices.module.css'
import { hundredthsOf, usePercent } from './percent.ts'
import { TaxChoice } from './TaxChoice.tsx'

type Edit = Omit<ArgsOf<'invoice.edit'>, 'invoiceId'>
/** Resolves to false where it was refused, which is said by then. */
type Save = (change: Edit) => Promise<boolean>
const ROUNDINGS = ['none 1', 'up 6', 'up 15', 'up 30', 'nearest 6', 'nearest 15'] as const

export function DraftControls({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const edit = useCommand('invoice.edit', { undo: t('draft.saved') })
  const save: Save = async (change) => (await edit.run({ invoiceId: invoice.id, ...change })).ok
  const { rounding, discount } = invoice
  const current = `${rounding.mode} ${rounding.stepMinutes}`
  const roundings = [...new Set([...ROUNDINGS, current])].map((value) => {
    const [mode = 'none', minutes = '1'] = value.split(' ')
    return { value, label: roundingLabel(mode, Number(minutes)) }
  })
  function roundingLabel(mode: string, count: number): string {
    if (mode === 'up') return t('rounding.up', { count })
    return mode === 'nearest' ? t('rounding.nearest', { count }) : t('rounding.none')
  }
  return (
    <div className={classes.card}>
      <div className={classes.controls}>
        <GroupChoice value={invoice.groupBy} onChange={(groupBy) => void save({ groupBy })} />
        <Select
          label={t('rounding.label')}
          data={roundings}
          value={current}
          allowDeselect={false}
          w={190}
          onChange={(value) => {
            const [mode, minutes] = (value ?? '').split(' ')
            if (mode === 'none' || mode === 'up' || mode === 'nearest')
              void save({ rounding: { mode, stepMinutes: Number(minutes) } })
          }}
        />
        <TaxChoice label={t('taxLabel')} value={invoice.tax} onChange={(tax) => void save({ tax })} />
        <Select
          label={t('discount.label')}
          data={(['none', 'percent', 'amount'] as const).map((value) => ({
            value,
            label: t(`discount.${value}`),
          }))}
          value={discount.discountKind}
          allowDeselect={false}
          w={150}
          onChange={(kind) => {
            if (kind === 'none' || kind === 'percent' || kind === 'amount')
              void save({ discount: { discountKind: kind, discountValue: 0 } })
          }}
        />
        {discount.discountKind !== 'none' && <DiscountValue invoice={invoice} save={save} />}
        <DueDays invoice={invoice} save={save} />
        <Select
          label={t('language.label')}
          data={INVOICE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={invoice.language}
          allowDeselect={false}
          w={130}
          onChange={(chosen) => {
            const language = INVOICE_LANGUAGES.find((each) => each === chosen)
            if (language !== undefined) void save({ language })
          }}
        />
      </div>
      <div className={classes.parties}>
        <SavedArea label={t('notes')} value={invoice.notes} onSave={(notes) => save({ notes })} />
        <SavedArea label={t('terms')} value={invoice.terms} onSave={(terms) => save({ terms })} />
      </div>
    </div>
  )
}

type PartProps = { invoice: InvoiceView; save: Save }

function DiscountValue({ invoice, save }: PartProps) {
  const { t } = useTranslation('invoices')
  const percent = usePercent()
  const { discountKind, discountValue } = invoice.discount
  const [amount, setAmount] = useState<number | null>(discountValue)
  const put = (value: number) => save({ discount: { discountKind, discountValue: value } })
  if (discountKind === 'amount')
    return (
      <div
        onBlur={() => {
          if (amount !== null && amount !== discountValue && amount >= 0) void put(amount)
        }}
      >
        <MoneyField label={t('discount.value')} valueMinor={amount} onChange={setAmount} />
      </div>
    )
  return (
    <LeftText
      label={t('discount.value')}
      value={percent.text(discountValue)}
      read={(text) => {
        const read = hundredthsOf(text)
        return read !== null && read >= 0 && read <= 10_000 ? read : null
      }}
      error={t('lines.number')}
      onSave={put}
    />
  )
}

function DueDays({ invoice, save }: PartProps) {
  const { t } = useTranslation('invoices')
  return (
    <LeftText
      label={t('dueDays')}
      value={String(invoice.dueDays)}
      read={(text) => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365 ? Number(text) : null)}
      error={t('lines.number')}
      onSave={(dueDays) => save({ dueDays })}
    />
  )
}

type LeftTextProps = {
  label: string
  value: string
  read: (text: string) => number | null
  error: string
  onSave: (value: number) => Promise<boolean>
}

/** A number that is saved when its field is left; what cannot be read or is refused stays as typed, and that is said. */
function LeftText({ label, value, read, error, onSave }: LeftTextProps) {
  const [text, setText] = useState<string | null>(null)
  const save = async () => {
    if (text === null || text === value) return setText(null)
    const typed = read(text)
    if (typed !== null && (await onSave(typed))) setText((now) => (now === text ? null : now))
  }
  return (
    <TextInput
      label={label}
      value={text ?? value}
      w={130}
      inputMode="decimal"
      classNames={{ input: 'num' }}
      error={text !== null && read(text) === null ? error : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
      }}
    />
  )
}

type SavedAreaProps = { label: string; value: string; onSave: (text: string) => Promise<boolean> }

/** A text that is saved when its field is left, and stays as typed where that was refused. */
function SavedArea({ label, value, onSave }: SavedAreaProps) {
  const [text, setText] = useState<string | null>(null)
  const save = async () => {
    if (text === null || text === value) return setText(null)
    if (await onSave(text)) setText((now) => (now === text ? null : now))
  }
  return (
    <Textarea
      label={label}
      value={text ?? value}
      maxLength={4000}
      autosize
      minRows={2}
      maxRows={8}
      dir="auto"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void save()}
    />
  )
}
