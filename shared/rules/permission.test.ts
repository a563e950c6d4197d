// The permission table, said a second time by who may do what: a slip in one of the two is seen in the other.
import { expect, test } from 'vitest'
import type { RequestName } from '../contract/contract.ts'
import { isPermitted } from './permission.ts'

const yes = [true, true, true]
const no = [false, false, false]
const own = [true, false, false]

/** About the actor's own time, somebody else's, and nobody's in particular. */
const answers = (role: 'administrator' | 'manager' | 'employee', name: RequestName) =>
  ['me', 'other', null].map((ownerId) => isPermitted({ userId: 'me', role }, name, ownerId))

const meant: readonly { who: string; manager: boolean[]; employee: boolean[]; names: string }[] = [
  {
    who: 'everybody, about anybody',
    manager: yes,
    employee: yes,
    names:
      'app.state backup.create backup.list category.add category.list customer.add customer.edit ' +
      'customer.entries customer.get customer.journal customer.list customer.suggest diary.today ' +
      'draft.list entry.dayLimit export.cancel export.get organisation.setUp preferences.save ' +
      'project.add project.choices project.edit project.get project.list ' +
      'rules.saveMine sample.load session.switchUser timer.continueLast timer.recents timer.start ' +
      'timer.state user.list',
  },
  {
    who: 'managers about anybody, employees about themselves',
    manager: yes,
    employee: own,
    names:
      'change.undo diary.day diary.user draft.remove draft.restore entry.add entry.edit entry.get ' +
      'entry.remove entry.search export.start gap.resolve timer.cancelRecord timer.discard timer.edit ' +
      'timer.note timer.pause timer.record timer.resume timer.stop timer.stopPreview user.get',
  },
  {
    who: 'managers and administrators',
    manager: yes,
    employee: no,
    names:
      'category.edit category.remove change.list customer.amount customer.remove diary.month period.close ' +
      'rate.list rate.remove rate.set project.remove timer.active',
  },
  {
    who: 'administrators alone',
    manager: no,
    employee: no,
    names: 'employment.remove employment.set organisation.edit user.add user.edit user.remove',
  },
]

test.each(meant)('B45 $who', ({ manager, employee, names }) => {
  for (const name of names.split(' ') as RequestName[]) {
    expect(answers('administrator', name), name).toEqual(yes)
    expect(answers('manager', name), name).toEqual(manager)
    expect(answers('employee', name), name).toEqual(employee)
  }
})
