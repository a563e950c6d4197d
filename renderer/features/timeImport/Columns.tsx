// Which column holds what: open where the file does not say it, else to be looked at.
import { Alert, Collapse, Button, Select, SimpleGrid, Stack } from '@mantine/core'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportField, TimeImportReport } from '../../../shared/contract/timeImport.ts'
import { IMPORT_FIELDS } from '../../../shared/contract/timeImport.ts'
import type { TimeImportState } from './useTimeImport.ts'

export function Columns({ state, report }: { state: TimeImportState; report: TimeImportReport }) {
  const { t } = useTranslation('timeImport')
  const needed = report.needs.includes('columns')
  const [open, setOpen] = useState(needed)
  const id = useId()
  const { headers, samples } = report
  const columns = state.options.columns ?? {}
  const exampleOf = (header: string | undefined): string | undefined => {
    const index = header === undefined ? -1 : headers.indexOf(header)
    const text = samples.map((row) => row[index] ?? '').find((cell) => cell.trim() !== '')
    return text === undefined ? undefined : t('example', { text: text.slice(0, 40) })
  }
  const choose = (field: ImportField, header: string | null) => {
    const { [field]: _, ...others } = columns
    state.answer({ columns: header === null || header === '' ? others : { ...others, [field]: header } })
  }
  return (
    <Stack gap="xs">
      {needed && (
        <Alert color="orange" variant="light" p="xs">
          {t('columnsNeeded')}
        </Alert>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={id}
          rightSection={open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('columns')}
        </Button>
      </div>
      <Collapse expanded={open} id={id}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          {IMPORT_FIELDS.map((field) => (
            <Select
              key={field}
              label={t(`fields.${field}`)}
              description={exampleOf(columns[field])}
              inputWrapperOrder={['label', 'input', 'description']}
              data={[
                { value: '', label: t('none') },
                ...headers.map((header) => ({ value: header, label: header })),
              ]}
              value={columns[field] ?? ''}
              searchable
              disabled={state.work !== null}
              onChange={(header) => choose(field, header)}
            />
          ))}
        </SimpleGrid>
      </Collapse>
    </Stack>
  )
}
