// The Time Tracking of a case that all time of the largest customer is on: a tenth of all entries (D11).
import { MAPPINGS } from '../../core/db/entityStore.ts'
import { closeDatabase, openDatabase } from '../../core/db/open.ts'
import { newCase } from '../../shared/rules/case.ts'
import { createData } from '../../core/db/data.ts'
import { NOW } from '../data.ts'
import { entryListRow } from '../entryList.ts'

const CASE_ID = 'the-long-case'

export const caseList = entryListRow({
  name: 'case-list',
  what: 'a case’s list of 100,000 entries',
  grid: 'Time Tracking',
  prepare({ file, largestCustomerId }) {
    const db = openDatabase(file)
    try {
      createData(db).put('case', {
        ...newCase(CASE_ID, largestCustomerId, 'CASE-100000', NOW),
        name: 'All of it',
      })
      db.prepare(`UPDATE ${MAPPINGS.timeEntry.table} SET case_id = ? WHERE customer_id = ?`).run(
        CASE_ID,
        largestCustomerId,
      )
    } finally {
      closeDatabase(db)
    }
  },
  async at(host) {
    const { total } = (await host.ask('case.entries', { caseId: CASE_ID })) as { total: number }
    return { path: `/cases/${CASE_ID}/time`, total }
  },
})
