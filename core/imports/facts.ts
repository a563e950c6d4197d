// What deciding on rows of an import needs, as the data file has it.
import { hash } from 'node:crypto'
import { requests } from '../../shared/contract/contract.ts'
import type { MadeNoun } from '../../shared/contract/timeImport.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { isAmount } from '../../shared/rules/amount.ts'
import type { TimeImportFacts } from '../../shared/rules/imports/facts.ts'
import { isPermitted } from '../../shared/rules/permission.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { lastNumber } from '../derived/counters.ts'
import { lockFacts } from '../facts/approvals.ts'
import { offersTo } from '../facts/offered.ts'
import { entriesTouching, rulesOf, subjectSettings } from '../facts/reads.ts'

const DIGEST_BYTES = 18

export function timeImportFacts(data: Data, organisation: Organisation, actor: Actor): TimeImportFacts {
  const offered = offersTo(data, actor)
  const amounts = new Set(
    data
      .all<{ day: string }>("SELECT user_id || ' ' || work_date AS day FROM day_total WHERE amount_ms > 0")
      .map(({ day }) => day),
  )
  // Mostly the first import of a firm: then no row has to be looked for.
  const anyImported = data.get("SELECT 1 FROM time_entry WHERE import_key <> '' LIMIT 1") !== undefined
  const locks = lockFacts(data)
  return {
    organisation,
    users: data.where('user', 'NOT removed'),
    customers: data.where('customer', 'NOT removed'),
    projects: data.where('project', 'NOT removed'),
    categories: data.where('category', 'NOT removed'),
    tags: data.where('tag', 'NOT removed'),
    assignments: data.list('assignment'),
    lastProject: lastNumber(data, 'project'),
    mayAdd: (noun: MadeNoun) => isPermitted(actor, requests[`${noun}.add`].access, null, organisation),
    isOffered: (userId) => offered(userId),
    rulesOf: (user) => rulesOf(data, user),
    settingsOf: (user) => subjectSettings(data, user),
    // Not a part of the longer text, which would be kept with it.
    digest: (text) => hash('sha256', text, 'buffer').toString('base64url', 0, DIGEST_BYTES),
    isHere: (key) =>
      anyImported &&
      data.get("SELECT 1 FROM time_entry WHERE import_key = ? AND import_key <> ''", key) !== undefined,
    lockedName(userId, date) {
      if (!locks.on) return null
      return locks.approval(userId, date)?.status === 'approved' ? locks.nameOf(userId) : null
    },
    hasAmount: (userId, date) => amounts.has(`${userId} ${date}`),
    dayOf(userId, date) {
      const entries = data.where('timeEntry', 'user_id = ? AND work_date = ?', userId, date)
      return {
        segments: entries.flatMap(({ segments }) => segments),
        amountMs: entries.filter(isAmount).reduce((sum, { durationMs }) => sum + durationMs, 0),
      }
    },
    touching: (userId, from, to) => entriesTouching(data, userId, from, to),
  }
}
