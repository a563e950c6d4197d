// What is tried with a thing of a list: a refusal is kept until it is closed, with the way to try the same once more.
import { useState } from 'react'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { AppError } from '../../../shared/contract/errors.ts'

export type Attempts = {
  refused: { error: AppError; retry: () => void } | null
  attempt(act: () => Promise<Reply<unknown>>): Promise<void>
  close(): void
}

export function useAttempts(): Attempts {
  const [refused, setRefused] = useState<Attempts['refused']>(null)
  const attempt = async (act: () => Promise<Reply<unknown>>): Promise<void> => {
    const reply = await act()
    setRefused(reply.ok ? null : { error: reply.error, retry: () => void attempt(act) })
  }
  return { refused, attempt, close: () => setRefused(null) }
}
