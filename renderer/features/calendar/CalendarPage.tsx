// The calendar: a day, a week, a month or an agenda, of oneself or of several people side by side (A2, A3, A10).
import { Group, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { useAppState, useCurrentUser, useOrganisation } from '../../channel/AppState.tsx'
import { useAnew } from '../../channel/useAnew.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { PeopleSelect } from '../../ui/fields/PeopleSelect.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { Page } from '../../ui/Page.tsx'
import { CalendarBody } from './CalendarBody.tsx'
import { calendarPath, daysOf, placeFrom, stepped, VIEWS } from './calendarPlace.ts'
import type { CalendarPlace } from './calendarPlace.ts'
import { DateSteps } from './DateSteps.tsx'
import { FileMenu } from './file/FileMenu.tsx'

export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const { today, team } = useAppState()
  const me = useCurrentUser()
  const { colleaguesSeeTime } = useOrganisation()
  const place = placeFrom(useParams<{ view?: string; date?: string; people?: string }>())
  const [, navigate] = useLocation()
  const { view } = place
  const date = place.date ?? today
  const people = place.people.length === 0 ? [me.id] : place.people
  const go = (to: Partial<CalendarPlace>, replace = false) =>
    navigate(calendarPath({ ...place, ...to }), { replace })
  const goTo = (day: LocalDate) => go({ date: day === today ? null : day })
  const days = daysOf(view, date, format.weekStart)
  const asked = { ...days, userIds: [...people] }
  const query = useRequest('calendar.range', asked, { keepPrevious: true, refetchEveryMs: 60_000 })
  const again = useAnew('calendar.range', asked)
  useShortcuts([
    ['shift+ArrowLeft', () => goTo(stepped(view, date, -1))],
    ['shift+ArrowRight', () => goTo(stepped(view, date, 1))],
  ])
  const title =
    view === 'day'
      ? format.date(date, 'long')
      : view === 'month'
        ? format.month(date.slice(0, 7))
        : format.dates(days.from, days.to)
  return (
    <Page
      title={title}
      name={t('title')}
      fill
      beside={
        <DateSteps
          title={title}
          view={view}
          date={date}
          isToday={place.date === null}
          onGo={goTo}
          onToday={() => go({ date: null })}
        />
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
            value={view}
            onChange={(value) => go({ view: VIEWS.find((each) => each === value) ?? 'week' })}
          />
          <FileMenu {...days} userId={people[0] ?? me.id} />
        </Group>
      }
    >
      <Loaded query={query} rows={10}>
        {({ items }) => (
          <CalendarBody
            view={view}
            date={date}
            items={items}
            people={people}
            onAgain={again}
            peopleField={
              team && (me.role !== 'employee' || colleaguesSeeTime) ? (
                <PeopleSelect
                  label={t('people')}
                  unseen
                  size="xs"
                  maxValues={20}
                  chosen={people}
                  onChange={(ids) => go({ people: ids.length === 1 && ids[0] === me.id ? [] : ids }, true)}
                />
              ) : null
            }
            onDay={(day) => go({ view: 'day', date: day === today ? null : day })}
            onShow={(day) => {
              if (day < days.from || day > days.to) goTo(day)
            }}
          />
        )}
      </Loaded>
    </Page>
  )
}
