// Arabic words of the search in notes.
import type { search as english } from '../en/search.ts'
import type { TextsLike } from '../textsLike.ts'

export const search = {
  title: 'البحث',
  label: 'البحث في الملاحظات',
  hint: 'يجب أن ترد كل الكلمات؛ وقد تكون الأخيرة غير مكتملة. "كلمات بين علامتي تنصيص" تُطابق كعبارة.',
  placeholder: 'ماذا كان الموضوع؟',
  clear: 'مسح البحث',
  more: 'تحميل نتائج أقدم',
  onlyYours: 'يشمل البحث ملاحظاتك فقط.',
  thereAreMore: 'يوجد المزيد.',
  incomplete: 'ما زالت الملاحظات الأقدم تُضاف إلى البحث.',
  column: { when: 'متى', who: 'من', customer: 'العميل', category: 'الفئة', note: 'الملاحظة' },
  start: {
    title: 'ابحث عن جلسة بملاحظتها',
    text: 'اكتب كلمة أو بدايتها. تظهر أحدث الجلسات أولًا؛ ويفتح الصف يومها في سجل الدوام.',
  },
  nothing: {
    title: 'لا نتائج',
    text: 'لا توجد ملاحظة تحتوي على كل كلمات «{{text}}».',
  },
} satisfies TextsLike<typeof english>
