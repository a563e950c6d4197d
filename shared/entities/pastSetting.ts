// What a setting was through the last day of a closed period, where it changed afterwards: the figures of that time go on by it (K1).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { AbsenceKind } from './absenceKind.ts'
import { Category } from './category.ts'
import { defineEntity, Id, LocalDateSchema } from './entity.ts'
import { Organisation } from './organisation.ts'
import { Project } from './project.ts'
import { TimeRules } from './rules.ts'
import { User } from './user.ts'

/** Whose setting it is. */
export const SettingOf = z.enum(['organisation', 'user', 'category', 'project', 'absenceKind'])
export type SettingOf = z.infer<typeof SettingOf>

const expected = () => TimeRules.pick({ expectedDayMinutes: true, expectedMonthMinutes: true }).partial()

/** What figures rest on without a date of its own, by whom it belongs to. A field here is all that keeps its past. */
export const Settings = once(() => ({
  organisation: Organisation()
    .pick({ zone: true, dayStartMinutes: true, holidayCountry: true, weekStart: true, carryOver: true })
    .extend({ rules: expected(), approvals: z.boolean().default(false) }),
  user: User().pick({ startDate: true, lastDate: true }).extend({
    rules: expected(),
    /** Had they ever had a contract? Then that alone says what is expected; else the rules do. */
    contracted: z.boolean(),
  }),
  category: Category().pick({ billType: true }),
  project: Project().pick({ billable: true }),
  absenceKind: AbsenceKind().pick({ effect: true, vacation: true }),
}))
export type SettingsOf<N extends SettingOf> = z.infer<ReturnType<typeof Settings>[N]>

export const PastSetting = once(() =>
  z.object({
    id: Id,
    noun: SettingOf,
    subjectId: Id,
    /** The last day on which it was so. Of several, a day goes by the first that does not lie before it. */
    through: LocalDateSchema,
    /** Those of its noun in `Settings`. */
    settings: z.record(z.string(), z.json()),
  }),
)
export type PastSetting = z.infer<ReturnType<typeof PastSetting>>
export const pastSetting = defineEntity('pastSetting', PastSetting, {
  refs: [
    { field: 'subjectId', to: 'user', as: 'part', when: { field: 'noun', is: 'user' } },
    { field: 'subjectId', to: 'category', as: 'part', when: { field: 'noun', is: 'category' } },
    { field: 'subjectId', to: 'project', as: 'part', when: { field: 'noun', is: 'project' } },
    { field: 'subjectId', to: 'absenceKind', as: 'part', when: { field: 'noun', is: 'absenceKind' } },
  ],
  label: ['subjectId'],
  owner: null,
  seenBy: 'leaders',
  follows: true,
  remembered: true,
})
