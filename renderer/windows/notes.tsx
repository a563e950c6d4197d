// The notes window (placeholder).
import { mount } from './mount.tsx'

void mount(null, null)
