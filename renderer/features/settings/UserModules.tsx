// Which modules a user has, of those that the organisation has on (F12, B17).
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { MODULE_NAMES, moduleFacts } from '../../../shared/entities/module.ts'
import { isModuleOn } from '../../../shared/rules/module.ts'
import { useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'

export function UserModules({
  user,
  onRefused,
}: {
  user: UserView
  onRefused(error: AppError | null): void
}) {
  const { t } = useTranslation('settings')
  const organisation = useOrganisation()
  const change = useCommand('module.switch', { errors: 'return', undo: t('saved') })
  const offered = MODULE_NAMES.filter(
    (module) =>
      moduleFacts(module).present && moduleFacts(module).perUser && isModuleOn(organisation, null, module),
  )
  return offered.map((module) => (
    <Switch
      key={module}
      label={t(`modules.name.${module}`)}
      description={t(`modules.userHint.${module === 'clientTimer' ? 'clientTimer' : 'other'}`)}
      checked={isModuleOn(organisation, user, module)}
      onChange={(event) =>
        void change
          .run({ module, on: event.currentTarget.checked, userId: user.id })
          .then((reply) => onRefused(reply.ok ? null : reply.error))
      }
    />
  ))
}
