// A customer's own billing rate on its page, and the dialog in which it and those of the customer's projects are set (G7).
import { Button, Select, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { Banknote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RateRow } from '../../../shared/contract/billing.ts'
import type { ProjectRow } from '../../../shared/contract/project.ts'
import { validOn } from '../../../shared/rules/dated.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import inPlace from '../../ui/fields/ValueInPlace.module.css'
import classes from './billing.module.css'
import { isRateOf, RateVersions } from './RateVersions.tsx'

type Customer = { id: string; name: string }

export function CustomerRates({ customer }: { customer: Customer }) {
  const { t } = useTranslation('billing')
  const { today } = useAppState()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const rates = useRequest('rate.list', { customerId: customer.id })
  const own = (rates.data ?? []).filter((rate) =>
    isRateOf(rate, { level: 'customer', subjectId: customer.id }),
  )
  const now = validOn(own, today)
  return (
    <div>
      <div className={inPlace.label}>{t('rate')}</div>
      <UnstyledButton className={inPlace.value} title={t('customer.open')} onClick={() => setOpen(true)}>
        {now === null ? (
          <Text c="dimmed" size="sm" component="span">
            {t('customer.noOwn')}
          </Text>
        ) : (
          <span className="num">{t('perHour', { amount: format.money(now.amountMinor) })}</span>
        )}
      </UnstyledButton>
      {open && <RatesModal customer={customer} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** The same dialog from the list of projects. */
export function RatesButton({ customer }: { customer: Customer }) {
  const { t } = useTranslation('billing')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" ms="auto" leftSection={<Banknote size={16} />} onClick={() => setOpen(true)}>
        {t('customer.open')}
      </Button>
      {open && <RatesModal customer={customer} onClose={() => setOpen(false)} />}
    </>
  )
}

function RatesModal({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('billing')
  const rates = useRequest('rate.list', { customerId: customer.id })
  return (
    <Dialog
      size="lg"
      title={t('customer.title', { name: customer.name })}
      closeLabel={t('customer.close')}
      onClose={onClose}
    >
      <Loaded query={rates} rows={3}>
        {(rows) => <Body customer={customer} rates={rows} />}
      </Loaded>
    </Dialog>
  )
}

function Body({ customer, rates }: { customer: Customer; rates: readonly RateRow[] }) {
  const { t } = useTranslation('billing')
  const projects = useRequest('project.list', { customerId: customer.id, limit: 500 })
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('customer.lead')}
      </Text>
      <div>
        <Title order={3}>{t('customer.own')}</Title>
        <RateVersions
          subject={{ level: 'customer', subjectId: customer.id, name: customer.name }}
          rates={rates}
          empty={t('customer.empty')}
        />
      </div>
      <div>
        <Title order={3}>{t('customer.projects')}</Title>
        <Loaded query={projects} rows={2}>
          {({ rows }) => <ProjectRates projects={rows} rates={rates} />}
        </Loaded>
      </div>
    </Stack>
  )
}

/** Projects with rates of their own, and those that were chosen to get one. */
function ProjectRates({ projects, rates }: { projects: readonly ProjectRow[]; rates: readonly RateRow[] }) {
  const { t } = useTranslation('billing')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const isShown = ({ id }: ProjectRow): boolean =>
    chosen.includes(id) || rates.some((rate) => isRateOf(rate, { level: 'project', subjectId: id }))
  const others = projects.filter((project) => !isShown(project))
  const called = ({ code, name }: ProjectRow): string => `${code} ${name}`
  if (projects.length === 0)
    return (
      <Text size="sm" c="dimmed" pt="xs">
        {t('customer.noProjects')}
      </Text>
    )
  return (
    <div className={classes.projects}>
      {projects.filter(isShown).map((project) => (
        <div key={project.id}>
          <Text fw={500} mt="xs">
            <bdi>{called(project)}</bdi>
          </Text>
          <RateVersions
            subject={{ level: 'project', subjectId: project.id, name: project.name }}
            rates={rates}
            empty={t('customer.projectEmpty')}
          />
        </div>
      ))}
      {others.length > 0 && (
        <Select
          label={t('customer.chooseProject')}
          data={others.map((project) => ({ value: project.id, label: called(project) }))}
          value={null}
          searchable
          w={320}
          maw="100%"
          mt="xs"
          onChange={(id) => {
            if (id !== null) setChosen((before) => [...before, id])
          }}
        />
      )}
    </div>
  )
}
