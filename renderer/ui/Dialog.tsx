// A dialog over the page: named by its one heading, with a cross that has a name; its content is read on demand, not all at once.
// The focus goes in by itself, and back by the window's keeper of the focus.
import { Modal } from '@mantine/core'
import type { ModalRootProps } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Dialog.module.css'

export type DialogProps = Omit<ModalRootProps, 'title' | 'opened' | 'children'> & {
  /** Without: it is open as long as it is there. */
  opened?: boolean
  title: string
  /** Beside the title, not part of the name: a switcher of days, for instance. */
  beside?: ReactNode
  closeLabel?: string
  children: ReactNode
}

export function Dialog({ opened = true, title, beside, closeLabel, children, ...rest }: DialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal.Root
      yOffset="clamp(8px, calc(12dvh - 60px), 64px)"
      radius="md"
      transitionProps={{ transition: 'fade', duration: 90 }}
      {...rest}
      opened={opened}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content onKeyDownCapture={submitFromAnywhere}>
        {/* A page has one banner, and this is none. */}
        <Modal.Header role="none" className={classes.header ?? ''}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          {beside}
          <Modal.CloseButton aria-label={closeLabel ?? t('close')} />
        </Modal.Header>
        <Body>{children}</Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** A form begins in its first field, not at the cross, where it does not say so itself. */
const FIRST_FIELD =
  'form :is(input:not([type="hidden"], [type="radio"]:not(:checked)), textarea):not(:disabled, [readonly])'

function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (body.current?.querySelector('[data-autofocus]') !== null) return
    const first = body.current.querySelector(FIRST_FIELD)
    // A list that opens by itself would lie over the rest.
    if (first?.getAttribute('role') !== 'combobox') first?.setAttribute('data-autofocus', 'true')
  }, [])
  return (
    <div ref={body} className={classes.body}>
      {children}
    </div>
  )
}

/** Ctrl Enter means the form of the dialog, also at the cross or where nothing is typed. */
function submitFromAnywhere(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  const forms = currentTarget.querySelectorAll('form')
  if (forms.length !== 1 || !(target instanceof Element) || target.closest('form') !== null) return
  event.preventDefault()
  forms[0]?.requestSubmit()
}
