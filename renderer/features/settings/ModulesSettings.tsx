// The section of the modules (F12): one switch each for the whole organisation. Only those are listed whose screens are there.
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MODULE_NAMES, moduleFacts } from '../../../shared/entities/module.ts'
import { isModuleOn } from '../../../shared/rules/module.ts'
import { useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Row, Section } from './settingsSearch.tsx'

export function ModulesSettings() {
  const { t } = useTranslation('settings')
  const organisation = useOrganisation()
  const change = useCommand('module.switch', { undo: t('saved') })
  return (
    <Section id="modules" title={t('section.modules')} lead={t('lead.modules')}>
      {MODULE_NAMES.filter((module) => moduleFacts(module).present).map((module) => (
        <Row
          key={module}
          label={t(`modules.name.${module}`)}
          hint={[
            t(`modules.hint.${module}`),
            ...(moduleFacts(module).perUser ? [t('modules.perUser')] : []),
          ].join(' ')}
          control={
            <Switch
              aria-label={t(`modules.name.${module}`)}
              checked={isModuleOn(organisation, null, module)}
              onChange={(event) => void change.run({ module, on: event.currentTarget.checked })}
            />
          }
        />
      ))}
    </Section>
  )
}
