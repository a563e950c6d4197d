// What the flags of time come to on its day: what it says itself, else what follows from the rest of what it is on.
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { FlagPart, PartialSubject, Subject, SubjectFlags } from '../../shared/entities/subject.ts'
import { FLAGS, subjectOf } from '../../shared/entities/subject.ts'
import type { History } from '../../shared/rules/pastSetting.ts'
import { settingsOn } from '../../shared/rules/pastSetting.ts'
import type { Data } from '../db/data.ts'
import { billableHistory } from './history.ts'

type FlagOn = (of: Subject, date: LocalDate) => boolean

/** Each of a request's own, which then remembers what it found for rows alike. */
const FLAG_ON: Record<FlagPart, (data: Data) => FlagOn> = {
  billable: (data) => {
    const known = new Map<string, History<boolean>>()
    return (of, date) => {
      const key = `${of.categoryId} ${of.projectId} ${of.billable}`
      let history = known.get(key)
      if (history === undefined) known.set(key, (history = billableHistory(data, of)))
      return settingsOn(history, date)
    }
  },
}

/** Reads them for as many as one request shows. */
export function flagsReader(data: Data): (of: Subject, date: LocalDate) => SubjectFlags {
  const readers = FLAGS.map(({ part, isKey }) => [isKey, FLAG_ON[part](data)] as const)
  return (of, date) => {
    const flags: Record<string, boolean> = {}
    for (const [key, flagOn] of readers) flags[key] = flagOn(of, date)
    return flags as SubjectFlags
  }
}

/** What they are where nobody says so. */
export const flagsUnsaid = (data: Data, of: PartialSubject, date: LocalDate): SubjectFlags =>
  flagsReader(data)(
    subjectOf({ ...of, ...Object.fromEntries(FLAGS.map(({ field, empty }) => [field, empty])) }),
    date,
  )
