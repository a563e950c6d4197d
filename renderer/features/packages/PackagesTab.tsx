// The Packages of a customer: what was bought, drawn, expired and left, the ledger of it, and what is done to a package (G9).
import { Button, Group, Stack, Text } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { PackageView } from '../../../shared/contract/hoursPackage.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { REACHABLE } from '../../ui/keys/reachable.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { PackageForm } from './PackageForm.tsx'
import type { PackageAct } from './PackageForm.tsx'
import { PackageHours } from './PackageHours.tsx'
import classes from './packages.module.css'

export function PackagesTab({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('packages')
  const format = useFormat()
  const permitted = usePermitted()
  const list = useRequest('package.list', { customerId: customer.id })
  const remove = useCommand('package.remove', { undo: t('removed') })
  const [act, setAct] = useState<PackageAct | null>(null)
  const price = ({ priceMinor }: PackageView) => (priceMinor === null ? '–' : format.money(priceMinor))
  return (
    <div className={classes.tab} {...REACHABLE} role="region" aria-label={t('tab')}>
      {permitted('package.buy') && (
        <Group>
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            onClick={() => setAct({ kind: 'buy', customerId: customer.id })}
          >
            {t('buy')}
          </Button>
        </Group>
      )}
      <Loaded query={list}>
        {({ packages, later, lines, total }) =>
          packages.length + later.length === 0 ? (
            <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
          ) : (
            <Stack gap="md">
              <PackageHours customerId={customer.id} />
              <PlainTable>
                <thead>
                  <tr>
                    {(['from', 'hours', 'used', 'left', 'expires', 'price'] as const).map((key) => (
                      <th key={key} scope="col" data-end={key !== 'from' || undefined}>
                        {t(`column.${key}`)}
                      </th>
                    ))}
                    <th scope="col">{t('column.actions')}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...packages, ...later].map((lot) => (
                    <tr key={lot.id}>
                      <th scope="row">{format.date(lot.date, 'short')}</th>
                      <td data-end>{format.duration(lot.sizeMs)}</td>
                      <td data-end>{format.duration(lot.drawnMs)}</td>
                      <td data-end>{format.duration(lot.leftMs)}</td>
                      <td data-end>
                        <span className="num">
                          {lot.expires === null ? '–' : format.date(lot.expires, 'short')}
                        </span>
                      </td>
                      <td data-end>{price(lot)}</td>
                      <td>
                        <Group gap={4} wrap="nowrap">
                          {packages.includes(lot) && (
                            <Act
                              label={t('correct')}
                              of={format.date(lot.date, 'short')}
                              onClick={() => setAct({ kind: 'correct', lot })}
                            />
                          )}
                          {packages.includes(lot) && lot.leftMs + lot.expiredMs > 0 && (
                            <Act
                              label={t('roll')}
                              of={format.date(lot.date, 'short')}
                              onClick={() => setAct({ kind: 'roll', lot })}
                            />
                          )}
                          <Act
                            label={t('delete')}
                            of={format.date(lot.date, 'short')}
                            onClick={() => void remove.run({ packageId: lot.id })}
                          />
                        </Group>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </PlainTable>
              {lines.length > 0 && (
                <>
                  <Text component="h2" size="sm" fw={600}>
                    {t('ledger')}
                  </Text>
                  <PlainTable>
                    <thead>
                      <tr>
                        <th scope="col">{t('column.date')}</th>
                        <th scope="col">{t('column.what')}</th>
                        <th scope="col" data-end>
                          {t('column.hours')}
                        </th>
                        <th scope="col">{t('column.reason')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {lines.map(({ date, kind, ms, reason }, index) => (
                        <tr key={total - index}>
                          <td>{format.date(date, 'short')}</td>
                          <td>{t(`kind.${kind}`)}</td>
                          <td data-end>{format.duration(ms)}</td>
                          <td>
                            <bdi>{reason}</bdi>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </PlainTable>
                </>
              )}
              {lines.length < total && (
                <Text size="sm" c="dimmed">
                  {t('newest', { shown: format.number(lines.length), total: format.number(total) })}
                </Text>
              )}
            </Stack>
          )
        }
      </Loaded>
      {act !== null && (
        <Dialog title={t(act.kind)} onClose={() => setAct(null)} size={460} closeOnClickOutside={false}>
          <PackageForm act={act} onClose={() => setAct(null)} />
        </Dialog>
      )}
    </div>
  )
}

type ActProps = { label: string; of: string; onClick: () => void }

const Act = ({ label, of, onClick }: ActProps) => (
  <Button variant="subtle" size="compact-xs" aria-label={`${label}: ${of}`} onClick={onClick}>
    {label}
  </Button>
)
