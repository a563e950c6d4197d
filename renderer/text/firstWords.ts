// The English words that the first screen shows, or may show at any moment: they are there from the start.
import { buttons } from './en/buttons.ts'
import { calendar } from './en/calendar.ts'
import { cases } from './en/cases.ts'
import { common } from './en/common.ts'
import { meetings } from './en/meetings.ts'
import { opportunities } from './en/opportunities.ts'
import { packages } from './en/packages.ts'
import { projects } from './en/projects.ts'
import { tasks } from './en/tasks.ts'
import { timer } from './en/timer.ts'
import { today } from './en/today.ts'

export const firstWords = {
  buttons,
  calendar,
  cases,
  common,
  meetings,
  opportunities,
  packages,
  projects,
  tasks,
  timer,
  today,
}
