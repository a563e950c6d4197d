// The lines of an invoice: each opens to the time behind it; on a draft, time is taken off and lines of one's own are added.
import { ActionIcon, Button, Group } from '@mantine/core'
import { ChevronDown, ChevronRight, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { FreeLine } from '../../../shared/entities/invoice.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { FreeLineForm } from './FreeLineForm.tsx'
import classes from './invoices.module.css'
import { usePercent } from './percent.ts'

export function InvoiceLines({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const percent = usePercent()
  const [opened, setOpened] = useState<number | null>(null)
  const [editing, setEditing] = useState<number | null>(null)
  const edit = useCommand('invoice.edit', { undo: t('draft.saved') })
  const draft = invoice.status === 'draft'
  const timed = invoice.lines.length - invoice.freeLines.length
  const money = (minor: number) => format.money(minor, invoice.currency)
  const save = (freeLines: FreeLine[]) => edit.run({ invoiceId: invoice.id, freeLines })
  const columns = draft ? 6 : 5
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('lines.text')}</th>
            <th scope="col" data-end>
              {t('lines.quantity')}
            </th>
            <th scope="col" data-end>
              {t('lines.price')}
            </th>
            <th scope="col" data-end>
              {t('lines.tax')}
            </th>
            <th scope="col" data-end>
              {t('lines.amount')}
            </th>
            {draft && (
              <th scope="col" data-end>
                {t('lines.action')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, index) => {
            const own = draft && index >= timed ? index - timed : null
            if (own !== null && own === editing)
              return (
                <tr key={`edit ${index}`}>
                  <td colSpan={columns}>
                    <FreeLineForm
                      line={invoice.freeLines[own] ?? null}
                      currency={invoice.currency}
                      onSave={(next) => save(invoice.freeLines.map((was, at) => (at === own ? next : was)))}
                      onClose={() => setEditing(null)}
                    />
                  </td>
                </tr>
              )
            const isOpen = opened === index
            const behind = line.entryIds.length
            return [
              <tr key={index}>
                <th scope="row" className={classes.text}>
                  <bdi>{line.text}</bdi>
                  {behind > 0 && (
                    <div>
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-expanded={isOpen}
                        aria-label={t(isOpen ? 'lines.hide' : 'lines.show', { text: line.text })}
                        leftSection={
                          isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} className="flip-rtl" />
                        }
                        onClick={() => setOpened(isOpen ? null : index)}
                      >
                        {t('lines.behind', { count: behind })}
                      </Button>
                    </div>
                  )}
                </th>
                <td data-end className="num">
                  {format.number(line.quantityHundredths / 100, 2)}
                  {line.unit === 'hour' ? ' h' : ''}
                </td>
                <td data-end className="num">
                  {money(line.unitPriceMinor)}
                </td>
                <td data-end className="num">
                  {percent.shown(line.tax.percentHundredths)}
                </td>
                <td data-end className="num">
                  {money(line.amountMinor)}
                </td>
                {draft && (
                  <td data-end>
                    {own !== null && (
                      <Group gap={2} justify="flex-end" wrap="nowrap">
                        <ActionIcon
                          c="var(--db-edit)"
                          aria-label={t('lines.edit', { text: line.text })}
                          title={t('lines.edit', { text: line.text })}
                          onClick={() => setEditing(own)}
                        >
                          <Pencil size={16} />
                        </ActionIcon>
                        <ActionIcon
                          c="var(--db-stop)"
                          aria-label={t('lines.remove', { text: line.text })}
                          title={t('lines.remove', { text: line.text })}
                          onClick={() => void save(invoice.freeLines.filter((_, at) => at !== own))}
                        >
                          <Trash2 size={16} />
                        </ActionIcon>
                      </Group>
                    )}
                  </td>
                )}
              </tr>,
              isOpen && behind > 0 && (
                <tr key={`${index} behind`}>
                  <td colSpan={columns} className={classes.behind}>
                    <Behind invoice={invoice} line={index} />
                  </td>
                </tr>
              ),
            ]
          })}
          {invoice.lines.length === 0 && (
            <tr>
              <td colSpan={columns} className="quiet">
                {t('lines.none')}
              </td>
            </tr>
          )}
        </tbody>
      </PlainTable>
      {draft && editing === -1 && (
        <FreeLineForm
          line={null}
          currency={invoice.currency}
          onSave={(next) => save([...invoice.freeLines, next])}
          onClose={() => setEditing(null)}
        />
      )}
      {draft && editing !== -1 && (
        <Button
          variant="default"
          size="compact-sm"
          mt="xs"
          leftSection={<Plus size={14} />}
          onClick={() => setEditing(-1)}
        >
          {t('lines.add')}
        </Button>
      )}
    </>
  )
}

/** The recorded time behind a line. */
function Behind({ invoice, line }: { invoice: InvoiceView; line: number }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const entries = useRequest('invoice.entries', { invoiceId: invoice.id, line }, { keepPrevious: true })
  const release = useCommand('invoice.release', { undo: t('lines.released') })
  return (
    <Loaded query={entries} rows={2}>
      {(rows) => (
        <PlainTable>
          <tbody>
            {rows.map((entry) => {
              const [date, time] = [format.date(entry.workDate), format.duration(entry.durationMs)]
              return (
                <tr key={entry.id}>
                  <th scope="row" className="num">
                    {date}
                  </th>
                  <td className="num">{time}</td>
                  <td>
                    <bdi>{entry.userName}</bdi>
                  </td>
                  <td className={classes.text}>
                    <bdi>{entry.note === '' ? (entry.categoryName ?? '') : entry.note}</bdi>
                  </td>
                  {invoice.status === 'draft' && (
                    <td data-end>
                      <Button
                        variant="default"
                        size="compact-xs"
                        aria-label={t('lines.releaseOf', { date, time })}
                        onClick={() => void release.run({ invoiceId: invoice.id, entryIds: [entry.id] })}
                      >
                        {t('lines.release')}
                      </Button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </PlainTable>
      )}
    </Loaded>
  )
}
