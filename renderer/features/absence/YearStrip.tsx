// A year by person as a strip of days: weekends and public holidays shaded, absences as blocks that are reached by arrows and opened
// by Enter or a click. What a block is, its pattern, its letter and its name say; the table below says all of it in words.
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, daysBetween, weekdayOf } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { AbsencePerson, AbsenceView } from '../../../shared/contract/absence.ts'
import { vacationSteps } from '../../../shared/rules/vacation.ts'
import { Figure } from '../../ui/figures/Figure.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './absence.module.css'
import type { AbsenceWords } from './absenceWords.ts'

export type YearStripProps = {
  year: number
  today: LocalDate
  people: readonly AbsencePerson[]
  holidays: readonly { date: LocalDate }[]
  words: AbsenceWords
  onOpen: (absence: AbsenceView) => void
}

export function YearStrip({ year, today, people, holidays, words, onOpen }: YearStripProps) {
  const { t } = useTranslation('absence')
  const format = useFormat()
  const first = `${year}-01-01`
  const count = daysBetween(first, `${year}-12-31`) + 1
  const at = (date: LocalDate): number => (100 * daysBetween(first, date)) / count
  const shown = people.flatMap(({ absences }) => absences.filter(({ status }) => status !== 'rejected'))
  const [reached, setReached] = useState<string | null>(null)
  const stop = shown.some(({ id }) => id === reached) ? reached : (shown[0]?.id ?? null)
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const monthName = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' })
  const withVacation = people.some(({ vacation }) => vacation !== null)
  return (
    <div className={classes.strip}>
      <OffDays year={year} count={count} holidays={holidays} />
      {/* The keys of the blocks within: they are buttons. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={(event) => walk(event)}>
        <table className={classes.stripTable}>
          <caption className="visually-hidden">{t('strip', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.person')}</th>
              <th scope="col" className={classes.stripDays}>
                <span className="visually-hidden">{year}</span>
                <div className={classes.months} aria-hidden>
                  {months.map((month) => (
                    <span key={month} style={{ insetInlineStart: `${at(`${month}-01`)}%` }}>
                      {monthName.format(Date.parse(`${month}-15T12:00:00Z`))}
                    </span>
                  ))}
                </div>
              </th>
              {withVacation && (
                <th scope="col" data-end>
                  {t('remaining')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">
                  <bdi className="truncate" title={person.name}>
                    {person.name}
                  </bdi>
                </th>
                <td className={classes.stripDays}>
                  <div className={classes.days}>
                    <svg
                      className={classes.off}
                      viewBox={`0 0 ${count} 1`}
                      preserveAspectRatio="none"
                      aria-hidden
                    >
                      <use href="#absence-off-days" />
                    </svg>
                    {months.slice(1).map((month) => (
                      <i key={month} style={{ insetInlineStart: `${at(`${month}-01`)}%` }} />
                    ))}
                    {today.startsWith(String(year)) && (
                      <b style={{ insetInlineStart: `${at(today)}%` }} title={t('legend.today')} />
                    )}
                    {person.absences
                      .filter(({ status }) => status !== 'rejected')
                      .map((absence) => {
                        const from = absence.firstDay < first ? first : absence.firstDay
                        const to = absence.lastDay > `${year}-12-31` ? `${year}-12-31` : absence.lastDay
                        return (
                          <button
                            key={absence.id}
                            type="button"
                            className={classes.block}
                            data-absence={absence.id}
                            data-effect={absence.effect ?? 'absent'}
                            data-status={absence.status}
                            data-portion={absence.portion}
                            tabIndex={absence.id === stop ? 0 : -1}
                            aria-label={words.spoken(absence)}
                            title={words.spoken(absence)}
                            style={{
                              insetInlineStart: `${at(from)}%`,
                              inlineSize: `${at(addDays(to, 1)) - at(from)}%`,
                            }}
                            onFocus={() => setReached(absence.id)}
                            onClick={() => onOpen(absence)}
                          >
                            <span aria-hidden>{words.kind(absence).slice(0, 1)}</span>
                          </button>
                        )
                      })}
                  </div>
                </td>
                {withVacation && (
                  <td data-end>
                    {person.vacation === null ? (
                      <span className="quiet">–</span>
                    ) : (
                      <Figure label={t('remaining')} of={person.name} steps={vacationSteps(person.vacation)}>
                        {format.days(person.vacation.remaining)}
                      </Figure>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Drawn once, and used in every row. */
function OffDays({
  year,
  count,
  holidays,
}: {
  year: number
  count: number
  holidays: readonly { date: LocalDate }[]
}) {
  const off = new Set(holidays.map(({ date }) => date))
  const days = Array.from({ length: count }, (_, index) => addDays(`${year}-01-01`, index))
  return (
    <svg width="0" height="0" className={classes.symbols} aria-hidden>
      <symbol id="absence-off-days" viewBox={`0 0 ${count} 1`} preserveAspectRatio="none">
        {days.map(
          (date, index) =>
            (weekdayOf(date) > 5 || off.has(date)) && (
              <rect key={date} x={index} y={0} width={1} height={1} fill="currentColor" />
            ),
        )}
      </symbol>
    </svg>
  )
}

/** Arrows go from block to block: along a person's year, and to the nearest one of the person above or below. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.target.dataset['absence'] === undefined) return
  const here = event.target
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-absence]'),
  ])
  const row = rows.findIndex((blocks) => blocks.includes(here))
  const at = rows[row]?.indexOf(here) ?? 0
  const rtl = getComputedStyle(here).direction === 'rtl'
  const along = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const across = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  let next: HTMLElement | undefined
  if (along !== 0) next = rows[row]?.[at + (rtl ? -along : along)]
  else if (across !== 0) {
    const left = here.getBoundingClientRect().left
    const others = across > 0 ? rows.slice(row + 1) : rows.slice(0, row).reverse()
    const blocks = others.find(({ length }) => length > 0) ?? []
    const distance = (block: HTMLElement): number => Math.abs(block.getBoundingClientRect().left - left)
    next = blocks.toSorted((a, b) => distance(a) - distance(b))[0]
  } else if (event.key === 'Home') next = rows[row]?.[0]
  else if (event.key === 'End') next = rows[row]?.at(-1)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

export function Legend({ people }: { people: readonly AbsencePerson[] }) {
  const { t } = useTranslation('absence')
  const effects = new Set(people.flatMap(({ absences }) => absences.map(({ effect }) => effect ?? 'absent')))
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      {(['relieved', 'worked', 'unpaid', 'absent'] as const)
        .filter((effect) => effect !== 'absent' || effects.has('absent'))
        .map((effect) => (
          <li key={effect}>
            <span className={classes.sample} data-effect={effect} data-status="approved" aria-hidden />
            {t(`legend.${effect}`)}
          </li>
        ))}
      <li>
        <span className={classes.sample} data-effect="relieved" data-status="requested" aria-hidden />
        {t('legend.requested')}
      </li>
      <li>
        <span className={classes.sampleOff} aria-hidden />
        {t('legend.off')}
      </li>
      <li>
        <span className={classes.sampleToday} aria-hidden />
        {t('legend.today')}
      </li>
    </ul>
  )
}
