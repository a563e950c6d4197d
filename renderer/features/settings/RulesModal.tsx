// The two-step settings modal: step 1 the mandatory rules, step 2 the organisation's categories (B1 to B8).
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { CategoriesStep } from './CategoriesStep.tsx'
import { emptyDraft, RulesStep } from './RulesStep.tsx'
import { useCurrentUser, useOrganisation } from '../../channel/AppState.tsx'

export function RulesModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { rules: mine } = useCurrentUser()
  const { rules: organisation } = useOrganisation()
  const [step, setStep] = useState<1 | 2>(1)
  // Kept here, so that what was typed in step 1 is still there on the way back from step 2.
  const [draft, setDraft] = useState(() => emptyDraft(mine, organisation))
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      closeLabel={t('rules.close')}
      title={step === 1 ? t('rules.modalTitle') : t('rules.step2')}
      beside={
        <Text c="dimmed" size="sm">
          {t('rules.step', { step })}
        </Text>
      }
    >
      {step === 1 ? (
        <RulesStep draft={draft} onDraft={setDraft} onNext={() => setStep(2)} />
      ) : (
        <CategoriesStep onBack={() => setStep(1)} onClose={onClose} />
      )}
    </Dialog>
  )
}
