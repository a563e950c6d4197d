// A recorded session as the line of a template.
import { SUBJECT, partLabel } from '../../../../shared/entities/subject.ts'
import { isAmount } from '../../../../shared/rules/amount.ts'
import { breakMs } from '../../../../shared/rules/workDiary.ts'
import { zonesOf } from '../../../facts/history.ts'
import { placementNames } from '../../../facts/placement.ts'
import type { ReportContext } from '../../context.ts'
import type { EntryRow } from '../../entryRows.ts'
import { dateSerial, dayFraction, hoursOf, wallSerial } from '../../workbook/serial.ts'
import type { TemplateLine } from './facts.ts'

export function entryLiner({ data, words }: ReportContext): (entry: EntryRow) => TemplateLine {
  const zoneOn = zonesOf(data)
  return (entry) => {
    const { workDate, startAt, endAt, durationMs } = entry
    const time = (at: number): number | null => (isAmount(entry) ? null : wallSerial(at, zoneOn(workDate)))
    const placed = placementNames(data, entry)
    return {
      user: entry.userName,
      date: dateSerial(workDate),
      start: time(startAt),
      stop: time(endAt),
      breaks: dayFraction(breakMs(endAt - startAt, durationMs)),
      duration: dayFraction(durationMs),
      hours: hoursOf(durationMs),
      office: placed.officeLabel,
      department: placed.departmentLabel,
      note: entry.note,
      ...Object.fromEntries(
        SUBJECT.map((field) => [
          field.part,
          field.kind === 'plain' && field.type === 'flag'
            ? words[entry[field.isKey] ? 'yes' : 'no']
            : partLabel(entry, field),
        ]),
      ),
    }
  }
}
