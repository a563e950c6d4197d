// The thread that writes a first fill: what a large firm has takes a minute, during which the windows go on being answered.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { analyse } from '../db/analyse.ts'
import { createData } from '../db/data.ts'
import { emptyLog, prepareForCopy } from '../db/writingMuch.ts'
import { answerAsks, openAsked } from '../node/answerAsks.ts'
import { TeamProblem } from './client.ts'
import { NOTES_AT_ONCE } from './copy.ts'
import type { FillAsk } from './fillProtocol.ts'
import type { Page } from './fillWork.ts'
import { endFill, putBatch } from './fillWork.ts'

const db = openAsked()
prepareForCopy(db)
const data = createData(db)
const pages: Page[] = []

answerAsks<FillAsk>(
  db,
  async (ask) => {
    if (ask.ask === 'take') return void pages.push(ask.page)
    if (ask.ask === 'put') return putBatch(data, { from: ask.from, pages: pages.splice(0), to: ask.to }, true)
    db.pragma('synchronous = FULL')
    await endFill(data, ask.end, () => nextTurn(), NOTES_AT_ONCE)
    analyse(db)
    emptyLog(db)
  },
  (error) => (error instanceof TeamProblem ? error.error : null),
)
