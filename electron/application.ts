// What most of a start loads, as one file of the build: after the first window, whose process starts meanwhile.
export { openDesktop } from './openDesktop.ts'
export { openLocked } from './openLocked.ts'
export { createRescue } from './rescue.ts'
