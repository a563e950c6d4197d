// The section of time rules: what is in force for the current user, and the way to the two-step modal (B1 to B8).
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { MINUTE_RULES, REQUIRED_RULES } from './rulesDraft.ts'
import { RulesModal } from './RulesModal.tsx'
import { ruleLabels, ruleText } from './ruleText.ts'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'

export function RulesSettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { rules } = useAppState()
  const categories = useRequest('category.list', { activeOnly: true })
  const [open, setOpen] = useState(false)
  const labels = ruleLabels(t)
  const duration = (minutes: number) => format.duration(minutes * MINUTE_MS)
  const names = (categories.data ?? []).map(({ name }) => name)
  return (
    <Section id="rules" title={t('section.rules')} lead={t('lead.rules')}>
      <Row
        label={t('rules.summary')}
        words={[...Object.values(labels), t('rules.step2'), ...names]}
        control={<Button onClick={() => setOpen(true)}>{t('rules.open')}</Button>}
      >
        <dl className={classes.summary}>
          {[...REQUIRED_RULES, ...MINUTE_RULES].map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{labels[name]}</dt>
              <dd className="num">{ruleText(t, name, rules[name], duration)}</dd>
            </div>
          ))}
          <dt>{t('rules.step2')}</dt>
          <dd>{names.join(', ')}</dd>
        </dl>
      </Row>
      {open && <RulesModal onClose={() => setOpen(false)} />}
    </Section>
  )
}
