// Arabic words of the button bar.
import type { buttons as english } from '../en/buttons.ts'
import type { TextsLike } from '../textsLike.ts'

export const buttons = {
  bar: 'الأزرار',
  arrange: 'ترتيب الأزرار',
  arranged: 'تم ترتيب الأزرار.',
  lead: 'تظهر هذه الأزرار فوق التقويم وفي صفحة اليوم، لك وحدك. اسحبها إلى الترتيب الذي تفضله.',
  none: 'لا توجد أزرار. أضف منها أدناه.',
  act: {
    start: 'بدء المؤقت',
    pause: 'إيقاف المؤقت مؤقتًا',
    resume: 'استئناف المؤقت',
    stop: 'إيقاف المؤقت',
    startLast: 'بدء الأخير',
    newEntry: 'إدخال جديد',
    newMeeting: 'اجتماع جديد',
    newTask: 'مهمة جديدة',
    favourite: 'مفضلة',
  },
  gone: 'العميل لم يعد نشطًا',
  moveNamed: 'نقل {{name}}',
  removeNamed: 'إزالة {{name}}',
  addNamed: 'إضافة {{name}}',
  favourite: 'مفضلة',
  addFavourite: 'إضافة مفضلة',
  reset: 'استعادة الأزرار المعتادة',
  done: 'تم',
  drag: {
    how: 'اضغط مفتاح المسافة لالتقاط زر، ومفاتيح الأسهم لنقله، والمسافة لوضعه، وEsc لتركه في مكانه.',
    start: 'تم التقاط {{name}}، الموضع {{place}} من {{all}}.',
    over: 'أصبح {{name}} في الموضع {{place}} من {{all}}.',
    end: 'تم وضع {{name}}، الموضع {{place}} من {{all}}.',
    cancel: 'بقي {{name}} في مكانه.',
  },
} satisfies TextsLike<typeof english>
