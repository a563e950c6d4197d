// What each query reads, as the contract says; a copy without its schemas, so that no screen has to load those to start.
import type { QueryName } from '../../shared/contract/contract.ts'
import type { EntityName } from '../../shared/entities/registry.ts'

const DIARY = [
  'timeEntry',
  'timer',
  'user',
  'employment',
  'organisation',
  'customer',
  'category',
  'project',
] as const

/** A test holds it equal to the contract, which stays the truth. */
export const READS: Readonly<Record<QueryName, readonly EntityName[] | 'all' | 'none'>> = {
  'timer.state': ['timer', 'gap', 'customer', 'category', 'project', 'user', 'timeEntry', 'organisation'],
  'timer.active': ['timer', 'customer', 'category', 'project', 'user'],
  'timer.recents': ['timeEntry', 'timer', 'customer', 'category'],
  'timer.stopPreview': ['timer', 'project', 'organisation', 'user'],
  'draft.list': ['noteDraft', 'customer', 'category'],
  'entry.get': ['timeEntry', 'customer', 'category', 'project', 'user'],
  'entry.dayLimit': ['organisation'],
  'entry.search': ['timeEntry', 'customer', 'category', 'user'],
  'change.list': 'all',
  'customer.list': ['customer', 'timer', 'timeEntry', 'user'],
  'customer.get': ['customer', 'project', 'timer', 'timeEntry', 'category', 'user'],
  'customer.suggest': ['customer', 'timeEntry'],
  'customer.entries': ['timeEntry', 'customer', 'category', 'project', 'user'],
  'customer.journal': ['journalEntry', 'user'],
  'category.list': ['category', 'timer', 'timeEntry'],
  'project.list': ['project', 'customer', 'category', 'timer', 'timeEntry', 'organisation'],
  'project.get': ['project', 'customer', 'category', 'timer', 'timeEntry', 'user', 'organisation'],
  'project.choices': ['project', 'organisation'],
  'user.list': ['user', 'timer'],
  'user.get': ['user', 'employment'],
  'rate.list': ['rate', 'user', 'customer', 'project'],
  'customer.amount': ['rate', 'timeEntry', 'customer', 'category', 'user', 'project'],
  'diary.month': DIARY,
  'diary.user': DIARY,
  'diary.day': DIARY,
  'diary.today': DIARY,
  'app.state': 'all',
  'export.get': 'none',
  'backup.list': 'none',
}
