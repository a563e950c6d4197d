// The Work Diary as one page of three levels: users of a month, a user's days, a day's sessions over them (B33 to B43).
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import { useAppState, useCurrentUser, useModule, usePermitted } from '../../channel/AppState.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { GoTo } from '../../ui/GoTo.tsx'
import { Page } from '../../ui/Page.tsx'
import { ApprovalsPage } from './ApprovalsPage.tsx'
import { diaryAddress, diaryPath } from './diaryAddress.ts'
import { ExceptionsPage } from './ExceptionsPage.tsx'
import { UserMonth } from './UserMonth.tsx'
import { UsersMonth } from './UsersMonth.tsx'

export function DiaryPage() {
  const [location] = useLocation()
  const { today } = useAppState()
  const user = useCurrentUser()
  const permitted = usePermitted()
  const address = diaryAddress(location)
  const everybody = permitted('diary.month')
  const approvals = useModule('approvals') && permitted('approval.waiting')
  // Who may see only their own diary starts in it.
  if (address.level === 'none') {
    const month = monthOf(today)
    return <GoTo path={everybody ? diaryPath(month) : diaryPath(month, user.id)} />
  }
  if (address.level === 'approvals') return approvals ? <ApprovalsPage /> : <GoTo path="/diary" />
  if (address.level === 'exceptions') return <ExceptionsPage />
  if (address.level === 'wrong') return <WrongMonth month={address.month} />
  if (address.level === 'month') {
    if (!everybody) return <GoTo path={diaryPath(address.month, user.id)} />
    return <UsersMonth month={address.month} />
  }
  return <UserMonth key={address.userId} month={address.month} userId={address.userId} date={address.date} />
}

function WrongMonth({ month }: { month: string }) {
  const { t } = useTranslation('diary')
  return (
    <Page title={t('title')}>
      <EmptyState
        title={t('problem.title')}
        text={t('problem.badMonth', { month })}
        action={
          <Group>
            <Button component={Link} href="/diary">
              {t('problem.toCurrent')}
            </Button>
          </Group>
        }
      />
    </Page>
  )
}
