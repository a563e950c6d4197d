// The frame of a page: a title, its actions at the end of the line, and a body that scrolls by itself.
import type { ReactNode } from 'react'
import classes from './Page.module.css'

export type PageProps = {
  title: ReactNode
  /** Beside the title: a breadcrumb, a badge, a month switcher. */
  beside?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  /** A footer that stays in view, such as totals. */
  footer?: ReactNode
  /** Let the content use the whole width; otherwise it is kept to a readable one. */
  wide?: boolean
  /** The content takes exactly the height there is and scrolls inside itself, as long tables do. */
  fill?: boolean
  children: ReactNode
}

export function Page({ title, beside, actions, footer, wide = false, fill = false, children }: PageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.headGutter}>
        <div className={classes.head} data-wide={wide || undefined}>
          <h1 className={classes.title}>{title}</h1>
          {beside}
          <div className={classes.actions}>{actions}</div>
        </div>
      </div>
      <div className={classes.scroll} data-page-scroll>
        <div className={classes.body} data-wide={wide || undefined} data-fill={fill || undefined}>
          {children}
        </div>
      </div>
      {footer !== undefined && (
        <div className={classes.footer}>
          <div className={classes.footerBody} data-wide={wide || undefined}>
            {footer}
          </div>
        </div>
      )}
    </div>
  )
}
