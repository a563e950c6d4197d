// What each query reads, as the contract says; a copy without its schemas, so that no screen has to load those to start.
import type { QueryName } from '../../shared/contract/contract.ts'
import type { EntityName } from '../../shared/entities/registry.ts'

/** A test holds it equal to the contract, which stays the truth. */
export const READS: Readonly<Record<QueryName, readonly EntityName[] | 'all' | 'none'>> = {
  'timer.state': ['timer', 'gap', 'customer', 'category', 'user', 'timeEntry', 'organisation'],
  'timer.active': ['timer', 'customer', 'category', 'user'],
  'timer.recents': ['timeEntry', 'timer', 'customer', 'category'],
  'timer.stopPreview': ['timer', 'organisation', 'user'],
  'draft.list': ['noteDraft', 'customer', 'category'],
  'entry.get': ['timeEntry', 'customer', 'category', 'user'],
  'entry.dayLimit': ['organisation'],
  'entry.search': ['timeEntry', 'customer', 'category', 'user'],
  'change.list': 'all',
  'customer.list': ['customer', 'timer', 'timeEntry', 'user'],
  'customer.get': ['customer', 'timer', 'timeEntry', 'category', 'user'],
  'customer.suggest': ['customer', 'timeEntry'],
  'customer.entries': ['timeEntry', 'customer', 'category', 'user'],
  'customer.journal': ['journalEntry', 'user'],
  'category.list': ['category', 'timer', 'timeEntry'],
  'user.list': ['user', 'timer'],
  'user.get': ['user', 'employment'],
  'diary.month': ['timeEntry', 'timer', 'user', 'employment', 'organisation', 'customer', 'category'],
  'diary.user': ['timeEntry', 'timer', 'user', 'employment', 'organisation', 'customer', 'category'],
  'diary.day': ['timeEntry', 'timer', 'user', 'employment', 'organisation', 'customer', 'category'],
  'diary.today': ['timeEntry', 'timer', 'user', 'employment', 'organisation', 'customer', 'category'],
  'app.state': 'all',
  'export.get': 'none',
  'backup.list': 'none',
}
