// The command that brings in what a calendar's file holds.
import type { calendarFileCommands } from '../../shared/contract/calendarFile.ts'
import { importThings } from '../../shared/rules/calendarImport.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import { importFacts } from '../facts/calendarImport.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Handlers } from './handler.ts'

export const calendarFileHandlers: Handlers<keyof typeof calendarFileCommands> = {
  'meeting.import': (data, { things }, ctx) => {
    const organisation = organisationOf(data)
    if (organisation === null) return refused('setup.missing')
    const { changes, decisions } = importThings(things, importFacts(data, organisation, ctx.actor), ctx)
    return decided(changes, { decisions })
  },
}
