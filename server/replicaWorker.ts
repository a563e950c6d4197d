// The thread that makes the copy of a large organisation anew, while others of this process are answered.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { analyse } from '../core/db/analyse.ts'
import { createData } from '../core/db/data.ts'
import { emptyLog, prepareForCopy } from '../core/db/writingMuch.ts'
import { answerAsks, openAsked } from '../core/node/answerAsks.ts'
import { leaveOutIndexes, NOTES_AT_ONCE } from '../core/team/copy.ts'
import type { CopyTask } from './replicaWork.ts'
import { doCopyTask } from './replicaWork.ts'

const db = openAsked()
prepareForCopy(db)
const data = createData(db)
db.transaction(() => leaveOutIndexes(data))()

answerAsks<CopyTask>(db, async (task) => {
  await doCopyTask(data, task, () => nextTurn(), NOTES_AT_ONCE)
  if (task.put !== 'end') return
  analyse(db)
  emptyLog(db)
})
