// The frame of a page: a title, its actions at the end of the line, and a body that scrolls by itself.
import type { ReactNode } from 'react'
import classes from './Page.module.css'
import { useTitled } from './pageTitle.ts'

/** A title that is more than words, a breadcrumb for instance, has its words in `name`. */
type Titled = { title: string; name?: string } | { title: ReactNode; name: string }

export type PageProps = Titled & {
  /** Beside the title: a breadcrumb, a badge, a month switcher. */
  beside?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  /** A footer that stays in view, such as totals. */
  footer?: ReactNode
  /** The content takes exactly the height there is and scrolls inside itself, as long tables do. */
  fill?: boolean
  children: ReactNode
}

export function Page({ title, name, beside, actions, footer, fill = false, children }: PageProps) {
  useTitled(name ?? (typeof title === 'string' ? title : ''))
  return (
    <div className={classes.page}>
      <div className={classes.headGutter}>
        <div className={classes.head}>
          <h1 className={classes.title}>{title}</h1>
          {beside}
          <div className={classes.actions}>{actions}</div>
        </div>
      </div>
      <div className={classes.scroll} data-page-scroll>
        <div className={classes.body} data-fill={fill || undefined}>
          {children}
        </div>
      </div>
      {footer !== undefined && (
        <div className={classes.footer}>
          <div className={classes.footerBody}>{footer}</div>
        </div>
      )}
    </div>
  )
}
