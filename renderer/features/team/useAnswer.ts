// What the team's server is asked when it is looked at: an answer that nothing of this computer makes stale.
import { useCallback, useEffect, useState } from 'react'
import type { DeviceCommandName, ResultOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'

type Asked = Extract<
  DeviceCommandName,
  'team.members' | 'team.devices' | 'team.signIn' | 'team.signInHistory'
>

export type Answer<T> = { value: T | null; error: AppError | null; again: () => void }

export function useAnswer<N extends Asked>(name: N): Answer<ResultOf<N>> {
  const { run } = useCommand(name, { errors: 'return' })
  const [answer, setAnswer] = useState<{ value: ResultOf<N> | null; error: AppError | null }>({
    value: null,
    error: null,
  })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let gone = false
    void run({} as never).then((reply) => {
      if (!gone)
        setAnswer((old) => (reply.ok ? { value: reply.value, error: null } : { ...old, error: reply.error }))
    })
    return () => {
      gone = true
    }
  }, [run, round])
  const again = useCallback(() => setRound((count) => count + 1), [])
  return { ...answer, again }
}
