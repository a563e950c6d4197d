// The permission table, said a second time by who may do what: a slip in one of the two is seen in the other.
import { expect, test } from 'vitest'
import type { RequestName } from '../contract/contract.ts'
import { requests } from '../contract/contract.ts'
import { ENTITY_NAMES } from '../entities/registry.ts'
import { isPermitted, seesAll } from './permission.ts'

const yes = [true, true, true]
const no = [false, false, false]
const own = [true, false, false]

/** About the actor's own time, somebody else's, and nobody's in particular. */
const answers = (role: 'administrator' | 'manager' | 'employee', name: RequestName, seen = false) =>
  ['me', 'other', null].map((ownerId) =>
    isPermitted({ userId: 'me', role }, requests[name].access, ownerId, { colleaguesSeeTime: seen }),
  )

const meant: readonly { who: string; manager: boolean[]; employee: boolean[]; names: string }[] = [
  {
    who: 'everybody, about anybody',
    manager: yes,
    employee: yes,
    names:
      'office.list department.list app.state backup.create backup.list category.add category.list customer.add customer.edit ' +
      'customer.entries customer.entryIds customer.get customer.journal customer.list customer.suggest diary.today ' +
      'draft.list entry.dayLimit entry.flagsUnsaid export.cancel export.get export.show organisation.setUp preferences.save ' +
      'log.write package.summary project.add project.choices project.edit project.get project.list ' +
      'buttons.arrange calendar.range rules.saveMine sample.load session.switchUser timer.active timer.recents timer.start ' +
      'timer.state user.list logs.open incident.report desktop.test diagnostics.save ' +
      'update.check update.install browser.end browser.list tag.add tag.list journalEntry.add ' +
      'case.add case.edit case.list case.get case.choices case.entries case.entryIds ' +
      'opportunity.add opportunity.edit opportunity.close opportunity.list opportunity.choices ' +
      'meeting.import upload.part calendar.import import.open import.check import.rows import.cancel import.close everything.load everything.cancel change.own meeting.add meeting.get meeting.list task.get task.list ' +
      'absenceKind.list absence.list absence.year approval.count periodException.list ' +
      'report.save report.run report.list report.missing ' +
      'team.status team.join team.sync team.leave team.devices team.revoke ' +
      'team.beginBrowser team.askBrowser team.signIn team.changePassword ' +
      'team.drawFactor team.setFactor team.dropFactor team.renewRecoveryCodes ' +
      'attention.list attention.retry attention.keep attention.drop',
  },
  {
    who: 'managers about anybody, employees about themselves',
    manager: yes,
    employee: own,
    names:
      'change.undo change.tryUndo change.cancelUndo change.get import.run diary.day diary.user draft.remove draft.restore entry.add entry.addAmount entry.addMany entry.edit entry.editMany entry.get ' +
      'entry.remove entry.removeMany entry.search export.start gap.resolve timer.cancelRecord timer.continueLast timer.discard timer.edit ' +
      'journalEntry.edit journalEntry.remove timer.note timer.pause timer.record timer.resume timer.stop timer.stopPreview user.get session.setPin assignment.list ' +
      'meeting.edit meeting.cancel meeting.record task.add task.edit task.done task.reopen task.remove ' +
      'absence.add absence.edit absence.withdraw entitlement.list entitlement.balance account.get ' +
      'approval.submit approval.withdraw approval.list ' +
      'report.edit report.remove',
  },
  {
    who: 'managers and administrators',
    manager: yes,
    employee: no,
    names:
      'category.edit category.remove change.list customer.amount customer.remove diary.month period.close period.preview ' +
      'package.buy package.correct package.list package.remove package.roll ' +
      'periodException.book periodException.drop approval.approve approval.reject approval.takeBack approval.waiting ' +
      'absence.approve absence.reject accountEntry.add accountEntry.remove account.list ' +
      'rate.list rate.remove rate.set project.remove tag.edit tag.remove ' +
      'case.remove opportunity.remove office.add office.edit office.remove department.add department.edit department.remove ' +
      'assignment.add assignment.edit assignment.remove ' +
      'invoice.draft invoice.edit invoice.take invoice.release invoice.remove invoice.issue invoice.markSent mail.open invoice.pay invoice.void ' +
      'payment.remove billingProfile.edit billingProfile.setLogo taxRate.add taxRate.edit taxRate.remove ' +
      'report.budgets invoice.list invoice.get invoice.entries invoice.billable billingProfile.get taxRate.list',
  },
  {
    who: 'administrators alone',
    manager: no,
    employee: no,
    names:
      'employment.remove employment.set module.switch organisation.edit user.add user.edit user.remove ' +
      'absenceKind.add absenceKind.addUsual absenceKind.edit absenceKind.remove entitlement.set entitlement.remove ' +
      'team.create team.invite team.members team.setRules team.resetFactor team.passwordCode team.signInHistory',
  },
]

test.each(meant)('B45 $who', ({ manager, employee, names }) => {
  for (const name of names.split(' ') as RequestName[]) {
    expect(answers('administrator', name), name).toEqual(yes)
    expect(answers('manager', name), name).toEqual(manager)
    expect(answers('employee', name), name).toEqual(employee)
  }
})

test('B45 the table above says of every request who may', () => {
  const said = meant.flatMap(({ names }) => names.split(' '))
  expect(said.sort()).toEqual(Object.keys(requests).sort())
})

test('F10 what the setting opens to colleagues is to look, and never pay', () => {
  const opened = (Object.keys(requests) as RequestName[]).filter(
    (name) => answers('employee', name, true)[1] !== answers('employee', name)[1],
  )
  expect(opened.sort()).toEqual(['entry.get', 'entry.search'])
})

test('F10 of which nouns an employee sees those of others', () => {
  const seen = (colleaguesSeeTime: boolean) =>
    ENTITY_NAMES.filter((entity) =>
      seesAll({ userId: 'me', role: 'employee' }, entity, { colleaguesSeeTime }),
    )
  const open = [
    'organisation',
    'user',
    'category',
    'customer',
    'project',
    'case',
    'opportunity',
    'tag',
    'office',
    'department',
    'absenceKind',
  ]
  expect(seen(false)).toEqual(open)
  expect(seen(true)).toEqual(
    [...open, 'absence', 'timer', 'timeEntry', 'meeting', 'task', 'journalEntry', 'gap'].sort(byRegistry),
  )
})

const byRegistry = (a: string, b: string): number =>
  ENTITY_NAMES.findIndex((name) => name === a) - ENTITY_NAMES.findIndex((name) => name === b)
