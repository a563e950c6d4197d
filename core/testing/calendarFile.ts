// Calendars' files for tests: written line by line, and handed over as a page does.
import type { ImportReport } from '../../shared/contract/calendarFile.ts'
import { PART_CHARS } from '../../shared/contract/calendarFile.ts'
import type { Reply } from '../../shared/contract/channel.ts'
import type { TestApp } from './testApp.ts'

/** Events and to-dos within a calendar: each a list of lines, the first its kind. */
export const calendar = (...things: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...things.flatMap(block), 'END:VCALENDAR', ''].join(
    '\r\n',
  )

const block = ([kind = '', ...lines]: readonly string[]): string[] => [
  `BEGIN:${kind}`,
  ...lines,
  `END:${kind}`,
]

/** A UID, a title and a start of an hour. */
export const event = (uid: string, start: string, ...more: string[]): string[] => [
  'VEVENT',
  `UID:${uid}`,
  `SUMMARY:${uid}`,
  `DTSTART;TZID=Europe/Berlin:${start}`,
  'DURATION:PT1H',
  ...more,
]

export async function importText(
  app: TestApp,
  file: string | Uint8Array,
  options: { dryRun?: boolean; zones?: Record<string, string> } = {},
): Promise<Reply<ImportReport>> {
  const text = Buffer.from(file).toString('base64')
  let uploadId: string | undefined
  // Cut between groups of four, each of which is whole.
  for (let at = 0; at < Math.max(1, text.length); at += PART_CHARS) {
    const reply = await app.reply('upload.part', { uploadId, part: text.slice(at, at + PART_CHARS) })
    if (!reply.ok) return reply
    uploadId = reply.value.uploadId
  }
  return app.reply('calendar.import', { uploadId, dryRun: options.dryRun ?? false, zones: options.zones })
}
