// The notes window: opens on stop, also when the main window is closed.
import { NotesWindow } from '../features/timer/NotesWindow.tsx'
import { mount } from './mount.tsx'
import { NotSetUp } from './NotSetUp.tsx'

const query = new URLSearchParams(window.location.search)

void mount(<NotesWindow timerId={query.get('timerId')} />, <NotSetUp />)
