// Counted time as the data file reckons it: as `countedTime` of shared/rules/countedTime.ts; a test holds the two together.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { formerThrough } from '../../shared/entities/organisation.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from '../facts/reads.ts'

/** Up to which day time counts by milliseconds; null: nowhere. */
export function exactThrough(data: Data): LocalDate | null {
  const organisation = organisationOf(data)
  return organisation === null ? null : formerThrough(organisation)
}

/** An entry's counted time, ms. `alias`: of the table of entries, with its dot. */
export function countedSql(exact: LocalDate | null, alias = ''): string {
  const whole = `(${alias}duration_ms + 30000) / 60000 * 60000`
  // A date of the record, which holds digits and dashes.
  return exact === null
    ? whole
    : `CASE WHEN ${alias}work_date <= '${exact}' THEN ${alias}duration_ms ELSE ${whole} END`
}
