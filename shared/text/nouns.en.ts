// The English words of every noun, and what is said of nouns with them. Whoever adds a noun writes its words here.
import { capital } from './capital.ts'
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsEn = { one: string; many: string; gone?: string }

export const nounsEn: Record<EntityName, NounWordsEn> = {
  organisation: { one: 'organisation', many: 'organisations' },
  user: { one: 'user', many: 'users' },
  employment: { one: 'contract', many: 'contracts' },
  category: { one: 'category', many: 'categories' },
  customer: { one: 'customer', many: 'customers' },
  opportunity: { one: 'opportunity', many: 'opportunities' },
  project: { one: 'project', many: 'projects' },
  taxRate: { one: 'tax rate', many: 'tax rates' },
  logo: { one: 'logo', many: 'logos' },
  billingProfile: { one: 'billing settings', many: 'billing settings' },
  invoice: { one: 'invoice', many: 'invoices' },
  invoicedEntry: { one: 'invoiced time', many: 'invoiced times' },
  payment: { one: 'payment', many: 'payments' },
  case: { one: 'case', many: 'cases' },
  tag: { one: 'tag', many: 'tags' },
  office: { one: 'office', many: 'offices' },
  department: { one: 'department', many: 'departments' },
  assignment: { one: 'assignment', many: 'assignments' },
  rate: { one: 'billing rate', many: 'billing rates' },
  hoursPackage: { one: 'hours package', many: 'hours packages' },
  absenceKind: { one: 'kind of absence', many: 'kinds of absence' },
  absence: { one: 'absence', many: 'absences' },
  entitlement: { one: 'vacation entitlement', many: 'vacation entitlements' },
  periodException: { one: 'exception', many: 'exceptions' },
  approval: { one: 'approval', many: 'approvals' },
  accountEntry: { one: 'account entry', many: 'account entries' },
  pastSetting: { one: 'setting of a closed period', many: 'settings of a closed period' },
  timer: {
    one: 'timer',
    many: 'timers',
    gone: 'This timer is gone: it was recorded or discarded.',
  },
  timeEntry: { one: 'time entry', many: 'time entries' },
  meeting: { one: 'meeting', many: 'meetings' },
  task: { one: 'task', many: 'tasks' },
  journalEntry: { one: 'journal line', many: 'journal lines' },
  noteDraft: {
    one: 'draft',
    many: 'drafts',
    gone: 'This draft is gone: it was restored, removed or kept for longer than 30 days.',
  },
  savedReport: { one: 'saved report', many: 'saved reports' },
  gap: { one: 'gap', many: 'gaps', gone: 'This gap has already been answered.' },
}

export const nounSentencesEn: NounSentences<NounWordsEn> = {
  notFound: ({ one, gone }, chosen) =>
    gone ?? `This ${one} no longer exists.${chosen ? ' Choose another.' : ''}`,
  inUse: ({ one }) =>
    `This ${one} is in use, so its addition cannot be undone. Delete the ${one} instead: the past keeps the name.`,
  deleteUsedIn: ({ one }) => `Used in ${capital(one)}. Cannot delete.`,
  editUsedIn: ({ one }) => `Used in ${capital(one)} - Cannot edit.`,
}
