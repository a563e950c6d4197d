// The Arabic words of every noun, with gender and definite forms, and what is said of nouns with them.
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** Things in the plural count as feminine. `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsAr = {
  gender: 'm' | 'f'
  one: string
  many: string
  /** With its article. */
  the: string
  /** With its demonstrative, which stands last where the noun is a compound. */
  this: string
  gone?: string
}

export const nounsAr: Record<EntityName, NounWordsAr> = {
  organisation: { gender: 'f', one: 'مؤسسة', many: 'مؤسسات', the: 'المؤسسة', this: 'هذه المؤسسة' },
  user: { gender: 'm', one: 'مستخدم', many: 'مستخدمون', the: 'المستخدم', this: 'هذا المستخدم' },
  employment: { gender: 'm', one: 'عقد', many: 'عقود', the: 'العقد', this: 'هذا العقد' },
  category: { gender: 'f', one: 'فئة', many: 'فئات', the: 'الفئة', this: 'هذه الفئة' },
  customer: { gender: 'm', one: 'عميل', many: 'عملاء', the: 'العميل', this: 'هذا العميل' },
  opportunity: { gender: 'f', one: 'فرصة', many: 'فرص', the: 'الفرصة', this: 'هذه الفرصة' },
  project: { gender: 'm', one: 'مشروع', many: 'مشاريع', the: 'المشروع', this: 'هذا المشروع' },
  taxRate: {
    gender: 'f',
    one: 'نسبة ضريبة',
    many: 'نسب ضريبة',
    the: 'نسبة الضريبة',
    this: 'نسبة الضريبة هذه',
  },
  logo: { gender: 'm', one: 'شعار', many: 'شعارات', the: 'الشعار', this: 'هذا الشعار' },
  billingProfile: {
    gender: 'f',
    one: 'إعدادات الفوترة',
    many: 'إعدادات الفوترة',
    the: 'إعدادات الفوترة',
    this: 'إعدادات الفوترة هذه',
  },
  invoice: { gender: 'f', one: 'فاتورة', many: 'فواتير', the: 'الفاتورة', this: 'هذه الفاتورة' },
  invoicedEntry: {
    gender: 'm',
    one: 'وقت مفوتر',
    many: 'أوقات مفوترة',
    the: 'الوقت المفوتر',
    this: 'هذا الوقت المفوتر',
  },
  payment: { gender: 'f', one: 'دفعة', many: 'دفعات', the: 'الدفعة', this: 'هذه الدفعة' },
  case: { gender: 'f', one: 'قضية', many: 'قضايا', the: 'القضية', this: 'هذه القضية' },
  tag: { gender: 'm', one: 'وسم', many: 'وسوم', the: 'الوسم', this: 'هذا الوسم' },
  office: { gender: 'm', one: 'مكتب', many: 'مكاتب', the: 'المكتب', this: 'هذا المكتب' },
  department: { gender: 'm', one: 'قسم', many: 'أقسام', the: 'القسم', this: 'هذا القسم' },
  assignment: { gender: 'm', one: 'تعيين', many: 'تعيينات', the: 'التعيين', this: 'هذا التعيين' },
  rate: { gender: 'm', one: 'سعر ساعة', many: 'أسعار ساعات', the: 'سعر الساعة', this: 'سعر الساعة هذا' },
  hoursPackage: {
    gender: 'f',
    one: 'باقة ساعات',
    many: 'باقات ساعات',
    the: 'باقة الساعات',
    this: 'باقة الساعات هذه',
  },
  absenceKind: {
    gender: 'm',
    one: 'نوع غياب',
    many: 'أنواع غياب',
    the: 'نوع الغياب',
    this: 'نوع الغياب هذا',
  },
  absence: { gender: 'm', one: 'غياب', many: 'غيابات', the: 'الغياب', this: 'هذا الغياب' },
  entitlement: {
    gender: 'm',
    one: 'استحقاق إجازة',
    many: 'استحقاقات إجازة',
    the: 'استحقاق الإجازة',
    this: 'استحقاق الإجازة هذا',
  },
  periodException: {
    gender: 'm',
    one: 'استثناء',
    many: 'استثناءات',
    the: 'الاستثناء',
    this: 'هذا الاستثناء',
  },
  approval: { gender: 'm', one: 'اعتماد', many: 'اعتمادات', the: 'الاعتماد', this: 'هذا الاعتماد' },
  accountEntry: {
    gender: 'f',
    one: 'حركة حساب',
    many: 'حركات حساب',
    the: 'حركة الحساب',
    this: 'حركة الحساب هذه',
  },
  pastSetting: {
    gender: 'm',
    one: 'إعداد فترة مقفلة',
    many: 'إعدادات فترة مقفلة',
    the: 'إعداد الفترة المقفلة',
    this: 'إعداد الفترة المقفلة هذا',
  },
  timer: {
    gender: 'm',
    one: 'مؤقت',
    many: 'مؤقتات',
    the: 'المؤقت',
    this: 'هذا المؤقت',
    gone: 'لم يعد هذا المؤقت موجودًا: سُجّل وقته أو جرى تجاهله.',
  },
  timeEntry: {
    gender: 'm',
    one: 'إدخال وقت',
    many: 'إدخالات وقت',
    the: 'إدخال الوقت',
    this: 'إدخال الوقت هذا',
  },
  meeting: { gender: 'm', one: 'اجتماع', many: 'اجتماعات', the: 'الاجتماع', this: 'هذا الاجتماع' },
  task: { gender: 'f', one: 'مهمة', many: 'مهام', the: 'المهمة', this: 'هذه المهمة' },
  journalEntry: {
    gender: 'm',
    one: 'سطر متابعة',
    many: 'أسطر متابعة',
    the: 'سطر المتابعة',
    this: 'سطر المتابعة هذا',
  },
  noteDraft: {
    gender: 'f',
    one: 'مسودة',
    many: 'مسودات',
    the: 'المسودة',
    this: 'هذه المسودة',
    gone: 'لم تعد هذه المسودة موجودة: استُعيدت أو أُزيلت أو مضى عليها أكثر من 30 يومًا.',
  },
  savedReport: {
    gender: 'm',
    one: 'تقرير محفوظ',
    many: 'تقارير محفوظة',
    the: 'التقرير المحفوظ',
    this: 'هذا التقرير المحفوظ',
  },
  gap: {
    gender: 'f',
    one: 'فجوة',
    many: 'فجوات',
    the: 'الفجوة',
    this: 'هذه الفجوة',
    gone: 'سبق تحديد مصير هذه الفجوة.',
  },
}

const WORDS = {
  m: { noLonger: 'لم يعد', there: 'موجودًا', another: 'غيره', addingIt: 'إضافته' },
  f: { noLonger: 'لم تعد', there: 'موجودة', another: 'غيرها', addingIt: 'إضافتها' },
}

export const nounSentencesAr: NounSentences<NounWordsAr> = {
  notFound: (words, chosen) => {
    const { noLonger, there, another } = WORDS[words.gender]
    return words.gone ?? `${noLonger} ${words.this} ${there}.${chosen ? ` اختر ${another}.` : ''}`
  },
  inUse: (words) =>
    `${words.this} قيد الاستخدام، لذا لا يمكن التراجع عن ${WORDS[words.gender].addingIt}. احذف ${words.the} بدلًا من ذلك: تحتفظ السجلات السابقة بالاسم.`,
  deleteUsedIn: (words) => `مستخدَم في ${words.the}. لا يمكن الحذف.`,
  editUsedIn: (words) => `مستخدَم في ${words.the} – لا يمكن التعديل.`,
}
