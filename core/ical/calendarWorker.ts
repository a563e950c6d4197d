// The thread that reads a calendar's file.
import { parentPort, workerData } from 'node:worker_threads'
import { readCalendar } from './read/readCalendar.ts'
import type { CalendarTask } from './readThread.ts'

const { bytes, options } = workerData as CalendarTask
parentPort?.postMessage(readCalendar(bytes, options))
