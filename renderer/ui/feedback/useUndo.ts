// Takes a change back and says so; what was broken off by the person is no failure, and is said as quietly.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { useNotices } from '../../channel/notices.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { showDone } from './showDone.ts'

export function useUndo(): { takeBack(commitId: Id): Promise<void>; pending: boolean } {
  const { t, i18n } = useTranslation('common')
  const notices = useNotices()
  const { run, pending } = useCommand('change.undo', { errors: 'return' })
  const takeBack = useCallback(
    async (commitId: Id) => {
      const reply = await run({ commitId })
      if (reply.ok) showDone(t('undone'))
      else if (reply.error.code === 'undo.cancelled') showDone(errorSentence(reply.error, i18n.language))
      else notices.refused(reply.error)
    },
    [run, notices, t, i18n],
  )
  return { takeBack, pending }
}
