// The section of billing: what stands on every invoice, the tax rates, and how invoices are numbered (E7 to E9).
import { Button, Group, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INVOICE_LANGUAGES, LANGUAGE_NAMES } from '../../../shared/base/languages.ts'
import type { ArgsOf, ResultOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { LOGO_BYTES } from '../../../shared/entities/logo.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SavedText } from '../../ui/fields/SavedText.tsx'
import { useCountries } from '../invoices/countries.ts'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'
import { TaxRates } from './TaxRates.tsx'

type Profile = ResultOf<'billingProfile.get'>
type Save = (change: ArgsOf<'billingProfile.edit'>) => Promise<AppError | null>

const SELLER = [
  'legalName',
  'postCode',
  'city',
  'vatId',
  'taxNumber',
  'email',
  'phone',
  'iban',
  'bic',
  'bankName',
] as const
const FORMATS = ['numberFormat', 'creditNoteFormat'] as const

export function BillingSettings() {
  const { t } = useTranslation('settings')
  const { t: ti } = useTranslation('invoices')
  const on = useModule('invoicing')
  const profile = useRequest('billingProfile.get', {}, { enabled: on })
  if (!on) return null
  return (
    <Section id="billing" title={t('section.billing')} lead={ti('settings.lead')}>
      <TaxRates />
      <Loaded query={profile} rows={6}>
        {(data) => <Fields profile={data} />}
      </Loaded>
    </Section>
  )
}

function Fields({ profile }: { profile: Profile }) {
  const { t } = useTranslation('invoices')
  const countries = useCountries()
  const edit = useCommand('billingProfile.edit', { errors: 'return', undo: t('settings.saved') })
  const [error, setError] = useState<AppError | null>(null)
  const save: Save = async (change) => {
    const reply = await edit.run(change)
    return reply.ok ? null : reply.error
  }
  const choose = (change: ArgsOf<'billingProfile.edit'>) => void save(change).then(setError)
  const text = (field: (typeof SELLER)[number] | (typeof FORMATS)[number], hint?: string) => (
    <Row
      key={field}
      label={t(`settings.${field}`)}
      hint={hint}
      control={
        <SavedText
          label={t(`settings.${field}`)}
          value={profile[field]}
          maxLength={field === 'numberFormat' || field === 'creditNoteFormat' ? 40 : 500}
          onSave={(value) => save({ [field]: value })}
        />
      }
    />
  )
  return (
    <>
      <Refusal error={error} onClose={() => setError(null)} />
      <Logo profile={profile} />
      {text('legalName', t('settings.legalNameHint'))}
      <Row
        label={t('settings.address')}
        control={
          <Area
            label={t('settings.address')}
            value={profile.address}
            onSave={(address) => save({ address })}
          />
        }
      />
      {text('postCode')}
      {text('city')}
      <Row
        label={t('settings.country')}
        control={
          <Select
            aria-label={t('settings.country')}
            data={countries}
            value={profile.country}
            searchable
            clearable
            limit={100}
            w={300}
            onChange={(country) => choose({ country })}
          />
        }
      />
      {SELLER.slice(3).map((field) => text(field))}
      {FORMATS.map((field) => text(field, t('settings.formatHint')))}
      <Row
        label={t('settings.dueDays')}
        control={
          <Select
            aria-label={t('settings.dueDays')}
            data={[...new Set([0, 7, 10, 14, 21, 30, 45, 60, 90, profile.dueDays])]
              .sort((a, b) => a - b)
              .map(String)}
            value={String(profile.dueDays)}
            allowDeselect={false}
            w={130}
            onChange={(days) => days !== null && choose({ dueDays: Number(days) })}
          />
        }
      />
      <Row
        label={t('settings.language')}
        control={
          <Select
            aria-label={t('settings.language')}
            data={INVOICE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={profile.language}
            allowDeselect={false}
            w={180}
            onChange={(chosen) => {
              const language = INVOICE_LANGUAGES.find((each) => each === chosen)
              if (language !== undefined) choose({ language })
            }}
          />
        }
      />
      <Row
        label={t('settings.terms')}
        control={
          <Area label={t('settings.terms')} value={profile.terms} onSave={(terms) => save({ terms })} />
        }
      />
    </>
  )
}

type AreaProps = { label: string; value: string; onSave: (text: string) => Promise<AppError | null> }

/** A text on several lines, saved when it is left; refused, it stays with the reason. */
function Area({ label, value, onSave }: AreaProps) {
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const leave = async () => {
    if (text === null || text === value) return setText(null)
    const refusal = await onSave(text)
    setError(refusal)
    if (refusal === null) setText(null)
  }
  return (
    <div>
      <Textarea
        aria-label={label}
        value={text ?? value}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        w={300}
        maw="100%"
        dir="auto"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      <Refusal error={error} onClose={() => setError(null)} />
    </div>
  )
}

function Logo({ profile }: { profile: Profile }) {
  const { t } = useTranslation('invoices')
  const [error, setError] = useState<AppError | null>(null)
  const set = useCommand('billingProfile.setLogo', { errors: 'return', undo: t('settings.saved') })
  const put = async (picture: string | null) => {
    const reply = await set.run({ picture })
    setError(reply.ok ? null : reply.error)
  }
  const choose = async (file: File) => {
    // Not even read: a film would fill the memory only to be refused.
    if (file.size > LOGO_BYTES) return setError({ code: 'logo.tooLarge' })
    await put(await base64Of(file))
  }
  return (
    <Row
      label={t('settings.logo')}
      hint={t('settings.logoHint')}
      control={
        <Group gap="sm">
          {profile.logo !== null && (
            <img
              className={classes.logo}
              alt={t('settings.logoAlt')}
              src={`data:${profile.logo.mediaType};base64,${profile.logo.picture}`}
            />
          )}
          <FileChooser accept="image/png,image/jpeg" onChoose={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={set.pending}>
                {t('settings.logoChoose')}
              </Button>
            )}
          </FileChooser>
          {profile.logo !== null && (
            <Button variant="default" onClick={() => void put(null)}>
              {t('settings.logoRemove')}
            </Button>
          )}
        </Group>
      }
    >
      <Refusal error={error} onClose={() => setError(null)} />
    </Row>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let letters = ''
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(letters)
}
