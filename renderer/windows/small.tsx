// The small timer that stays on top of other windows.
import { Announcer } from '../features/timer/Announcer.tsx'
import { SmallTimer } from '../features/timer/SmallTimer.tsx'
import { mount } from './mount.tsx'
import { NotSetUp } from './NotSetUp.tsx'

void mount(
  <>
    <SmallTimer />
    <Announcer />
  </>,
  <NotSetUp />,
)
