// The quick timer window (placeholder).
import { mount } from './mount.tsx'

void mount(null, null)
