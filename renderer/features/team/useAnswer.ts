// What the team's server is asked when it is looked at: an answer that nothing of this computer makes stale.
import { useCallback, useEffect, useState } from 'react'
import type { DeviceCommandName, ResultOf } from '../../../shared/contract/contract.ts'
import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'

type Asked = Extract<
  DeviceCommandName,
  'team.members' | 'team.devices' | 'team.signIn' | 'team.signInHistory'
>

/** Nobody was there to answer. It is asked again as long as somebody looks: it must not say so beside "Connected". */
const UNHEARD: ReadonlySet<ErrorCode> = new Set(['team.noAnswer', 'channel.closed'])
const AGAIN_MS = 5_000

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
  useEffect(() => {
    if (answer.error === null || !UNHEARD.has(answer.error.code)) return
    const timer = setTimeout(again, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [answer, again])
  return { ...answer, again }
}
