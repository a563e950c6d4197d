// Arabic words of opportunities: the tab on a customer's page, and the field wherever time is put on one.
import type { opportunities as english } from '../en/opportunities.ts'
import type { TextsLike } from '../textsLike.ts'

export const opportunities = {
  tab: 'الفرص',
  add: 'إضافة فرصة',
  newName: 'اسم الفرصة الجديدة',
  placeholder: 'مثلًا: فرع ثانٍ',
  count_zero: 'لا فرص',
  count_one: 'فرصة واحدة',
  count_two: 'فرصتان',
  count_few: '{{count}} فرص',
  count_many: '{{count}} فرصة',
  count_other: '{{count}} فرصة',
  column: {
    name: 'الاسم',
    stage: 'المرحلة',
    value: 'القيمة',
    expected: 'الإغلاق المتوقع',
    status: 'الحالة',
    time: 'الوقت',
    yours: 'وقتك',
    actions: 'إجراءات',
  },
  status: { Open: 'مفتوحة', Won: 'رابحة', Lost: 'خاسرة' },
  nameOf: 'اسم {{name}}',
  nameRequired: 'أدخل اسمًا.',
  statusOf: 'حالة {{name}}',
  stageOf: 'مرحلة {{name}}',
  valueOf: 'قيمة {{name}}',
  expectedOf: 'الإغلاق المتوقع لـ {{name}}',
  delete: 'حذف {{name}}',
  added: 'تمت إضافة {{name}}.',
  saved: 'تم حفظ {{name}}.',
  became: {
    Won: 'أُغلقت {{name}} كفرصة رابحة.',
    Lost: 'أُغلقت {{name}} كفرصة خاسرة.',
    Open: 'أُعيد فتح {{name}}.',
  },
  deleted: 'تم حذف {{name}}.',
  empty: {
    title: 'لا فرص بعد',
    text: 'الفرصة شيء قد يشتريه هذا العميل: لها مرحلة وقيمة ويوم يُتوقع حسمها فيه. ويمكن تسجيل الوقت عليها ما دامت مفتوحة.',
  },
  field: { label: 'الفرصة', none: 'بدون فرصة' },
} satisfies TextsLike<typeof english>
