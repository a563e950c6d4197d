// The Arabic sentences of a calendar's import.
import type { CalendarFileWords } from './calendarFile.en.ts'

export const calendarFileAr: CalendarFileWords = {
  states: {
    new: 'جديد',
    changed: 'تغيّر',
    cancelled: 'أُلغي',
    same: 'موجود هنا',
    kept: 'يبقى كما هو',
    absent: 'أُلغي وليس هنا',
    refused: 'مرفوض',
  },
  remarks: {
    floating: 'لا يحدد وقته منطقة زمنية: قُرئ على أنه {{zone}}.',
    zoneRead: 'تُقرأ المنطقة الزمنية «{{name}}» على أنها {{zone}}.',
    until: 'يتكرر لمدة أطول: يُستورد حتى {{date}}.',
    begins: 'بدأ قبل ذلك: يُستورد ابتداءً من {{date}}.',
    noEnd: 'ليس له نهاية: مدته {{minutes}} د.',
    shortened: 'النص طويل جدًا، لذا يُختصر.',
    strays: 'مواعيد معدّلة لا تنتمي إلى السلسلة فلا تُستورد: {{count}}.',
    unknownPeople: 'ليسوا مستخدمين هنا: {{names}}.',
  },
}
