// Whether the time of a meeting is added to the log once it is over, and on what (E5).
import { Checkbox, Fieldset, SimpleGrid, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'

const ABOUT = ['customer'] as const

export type LogFieldsProps = {
  logged: boolean
  choice: SubjectChoice
  /** What it is on may be chosen again, also where it is no longer offered. */
  keep: Partial<MeetingView>
  showMissing: boolean
  error: ReactNode
  onChange: (change: { logged?: boolean; choice?: SubjectChoice }) => void
}

export function LogFields({ logged, choice, keep, showMissing, error, onChange }: LogFieldsProps) {
  const { t } = useTranslation('meetings')
  const subject = {
    value: choice,
    onChange: (next: SubjectChoice) => onChange({ choice: next }),
    showMissing,
    keep,
  }
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('include')}
        description={t('includeHint')}
        checked={logged}
        error={error}
        onChange={(event) => onChange({ logged: event.currentTarget.checked })}
      />
      {logged && (
        <Fieldset legend={t('logAs')}>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <SubjectFields {...subject} only="demanded" about={ABOUT} />
            </SimpleGrid>
            <SubjectFields {...subject} only="further" />
          </Stack>
        </Fieldset>
      )}
    </Stack>
  )
}
