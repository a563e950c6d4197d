// A refusal that stands in a form until what it is about is changed there: it goes when it is solved, and not before (K15).
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'

/** `about`: the values that a refusal is about, by identity. */
export function useRefusal(
  about: (error: AppError) => readonly unknown[],
): [AppError | null, (error: AppError | null) => void] {
  // `was` null: it has just arrived, and is about what stands there now, whatever was sent.
  const [refused, setRefused] = useState<{ error: AppError; was: readonly unknown[] | null } | null>(null)
  if (refused !== null) {
    const now = about(refused.error)
    if (refused.was === null) setRefused({ error: refused.error, was: now })
    else if (now.some((value, index) => value !== refused.was?.[index])) setRefused(null)
  }
  return [refused?.error ?? null, (error) => setRefused(error === null ? null : { error, was: null })]
}
