// A short table that is drawn whole; where it is wider than its place, it is moved sideways by itself.
import type { ReactNode } from 'react'
import classes from './PlainTable.module.css'

export function PlainTable({ children }: { children: ReactNode }) {
  return (
    <div className={classes.wide}>
      <table className={classes.table}>{children}</table>
    </div>
  )
}
