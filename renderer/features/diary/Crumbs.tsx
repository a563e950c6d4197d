// The diary's title as a breadcrumb: Work diary › March 2026 › Ana Weber › Tue 3.
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'

export type CrumbsProps = { month: Month; user?: { id: string; name: string }; date?: LocalDate | null }

export function Crumbs({ month, user, date = null }: CrumbsProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const everybody = usePermitted()('diary.month')
  const crumbs = [
    { text: t('title'), href: everybody && user !== undefined ? '/diary' : null },
    { text: format.month(month), href: everybody && user !== undefined ? diaryPath(month) : null },
    ...(user === undefined
      ? []
      : [{ text: user.name, href: date === null ? null : diaryPath(month, user.id) }]),
    ...(date === null ? [] : [{ text: format.date(date, 'weekdayShort'), href: null }]),
  ]
  return (
    <span className={classes.crumbs}>
      {crumbs.map(({ text, href }, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <span className={classes.crumbMark} aria-hidden>
              ›
            </span>
          )}
          {href === null ? (
            <bdi className="truncate" title={text}>
              {text}
            </bdi>
          ) : (
            <Link href={href} className={`${classes.crumb} truncate`} title={text}>
              <bdi>{text}</bdi>
            </Link>
          )}
        </Fragment>
      ))}
    </span>
  )
}
