// Hours and days on the command line that may be fewer than none: read as typed, and days written without needless decimals.
import * as typed from '../shared/base/signedText.ts'
import { UsageError } from './refusal.ts'

/** 10, 2.5, 1:30; with a minus sign, fewer. */
export function readMinutes(text: string): number {
  const minutes = typed.readMinutes(text)
  if (minutes === null)
    throw new UsageError(`“${text}” is not a number of hours. Write it like 2, 2.5 or 1:30.`)
  return minutes
}

/** In hundredths of a day. */
export function readDays(text: string): number {
  const hundredths = typed.readDays(text)
  if (hundredths === null)
    throw new UsageError(`“${text}” is not a number of days. Write it like 30 or 27.5.`)
  return hundredths
}

export const days = (hundredths: number): string => String(hundredths / 100)
