// Sends an invoice: the PDF is saved where it is at hand, the mail program opens with the text, and the day is remembered. No program
// lets another put a file into an e-mail, so the person attaches it.
import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMailAddress, MAIL_LENGTHS, mailAddresses, mailtoUrl } from '../../../shared/base/mailto.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { invoiceMail } from '../../../shared/text/invoiceMail.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { invoke, useCommand } from '../../channel/useRequest.ts'
import { exportEnded, useExport } from '../export/useExport.tsx'
import { Frame } from './Frame.tsx'

export function SendDialog({ invoice, onClose }: { invoice: InvoiceView; onClose: () => void }) {
  const { t } = useTranslation('invoices')
  const { abilities } = useAppState()
  const channel = useChannel()
  const [mail, setMail] = useState(() => invoiceMail(invoice))
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const exporting = useExport()
  const markSent = useCommand('invoice.markSent', { errors: 'return', undo: t('send.done') })
  const addresses = mailAddresses(mail.to)
  const wrong = addresses.length === 0 || !addresses.every(isMailAddress)

  /** What went wrong, or null. */
  const send = async (): Promise<AppError | null> => {
    const jobId = await exporting.start({ kind: 'invoice', invoiceId: invoice.id, format: 'pdf' })
    // Nobody wants it saved, or a notice says why it is not.
    if (jobId === null) return null
    const job = await exportEnded(channel, jobId)
    if (job?.state !== 'done') return null
    if (abilities.shell === 'electron') {
      const shown = await invoke(channel, 'export.show', { jobId })
      const opened = shown.ok ? await invoke(channel, 'mail.open', mail) : shown
      if (!opened.ok) return opened.error
    } else openMail(mailtoUrl(mail))
    const marked = await markSent.run({ invoiceId: invoice.id })
    if (!marked.ok) return marked.error
    onClose()
    return null
  }
  const submit = async () => {
    setTried(true)
    if (wrong) return
    setPending(true)
    setError(await send())
    setPending(false)
  }
  return (
    <Frame
      title={t('send.title', { number: invoice.number })}
      submit={t('send.submit')}
      pending={pending}
      error={error}
      onSubmit={() => void submit()}
      onClearError={() => setError(null)}
      onClose={onClose}
    >
      <Text size="sm">{t(abilities.shell === 'electron' ? 'send.lead' : 'send.leadBrowser')}</Text>
      <TextInput
        label={t('send.to')}
        type="email"
        multiple
        value={mail.to}
        maxLength={MAIL_LENGTHS.to}
        error={tried && wrong ? t('send.toWrong') : undefined}
        data-autofocus
        onChange={({ currentTarget: { value } }) => setMail((so) => ({ ...so, to: value }))}
      />
      <TextInput
        label={t('send.subject')}
        value={mail.subject}
        maxLength={MAIL_LENGTHS.subject}
        dir="auto"
        onChange={({ currentTarget: { value } }) => setMail((so) => ({ ...so, subject: value }))}
      />
      <Textarea
        label={t('send.text')}
        value={mail.text}
        maxLength={MAIL_LENGTHS.text}
        autosize
        minRows={4}
        maxRows={10}
        dir="auto"
        onChange={({ currentTarget: { value } }) => setMail((so) => ({ ...so, text: value }))}
      />
    </Frame>
  )
}

/** A click on a link is the way to another program that browsers know. */
function openMail(url: string): void {
  const link = document.createElement('a')
  link.href = url
  document.body.append(link)
  link.click()
  link.remove()
}
