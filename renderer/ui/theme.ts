// The look of every window: one type scale, one accent, dense controls; colours carry meaning only.
import { createTheme } from '@mantine/core'
import type { MantineColorsTuple } from '@mantine/core'
import { createElement } from 'react'
import { NothingFound } from './fields/NothingFound.tsx'

const nothingFoundMessage = createElement(NothingFound)

// The one accent: a calm blue with enough contrast as text on white (shade 7) and on the dark page (shade 4).
const accent: MantineColorsTuple = [
  '#eef4fb',
  '#dbe6f4',
  '#b4cceb',
  '#8ab0e2',
  '#6898da',
  '#5389d5',
  '#3f78c6',
  '#2f66b0',
  '#2a5a9c',
  '#204a83',
]

// Greys with a breath of blue, so that fields, surfaces and page belong together in the dark.
const dark: MantineColorsTuple = [
  '#d7dbe0',
  '#b3bac2',
  '#8d959e',
  '#5c646d',
  '#3b4148',
  '#2f343a',
  '#262a2f',
  '#1d2024',
  '#15171a',
  '#0f1113',
]

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  // White on it has the contrast of text in both schemes.
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Shipped with the app, the same on every system; what it lacks (Arabic, Chinese, Japanese …) is the system's own.
  fontFamily:
    '"Inter Variable", system-ui, -apple-system, "Segoe UI", "Segoe UI Variable Text", Roboto, "Noto Sans", Ubuntu, Cantarell, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '2rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    // A box of colour is no alarm: what is one, a refusal for instance, says so itself.
    Alert: { defaultProps: { role: 'group' } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    // What is typed marks the first that it finds, as in every other picker: Enter takes it.
    Select: { defaultProps: { size: 'sm', nothingFoundMessage, selectFirstOptionOnChange: true } },
    MultiSelect: { defaultProps: { nothingFoundMessage } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Tooltip: {
      defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
    Popover: { defaultProps: { transitionProps: { transition: 'fade', duration: 90 }, shadow: 'md' } },
    Menu: {
      defaultProps: {
        transitionProps: { transition: 'fade', duration: 90 },
        shadow: 'md',
        // It begins in its first item, whoever opened it: Enter on what opens it, Enter on what is wanted.
        withInitialFocusPlaceholder: false,
        menuItemTabIndex: 0,
      },
    },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
    Fieldset: { styles: { root: { marginInline: 0 } } },
    Skeleton: { defaultProps: { animate: true } },
  },
})
