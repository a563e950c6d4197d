// Arabic words of the calendar.
import type { calendar as english } from '../en/calendar.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendar = {
  title: 'التقويم',
  view: 'العرض',
  views: { day: 'يوم', week: 'أسبوع', month: 'شهر', agenda: 'جدول الأعمال' },
  previous: {
    day: 'اليوم السابق',
    week: 'الأسبوع السابق',
    month: 'الشهر السابق',
    agenda: 'الأسبوع السابق',
  },
  next: { day: 'اليوم التالي', week: 'الأسبوع التالي', month: 'الشهر التالي', agenda: 'الأسبوع التالي' },
  today: 'اليوم',
  people: 'الأشخاص',
  allDay: 'طوال اليوم',
  timed: 'في وقت محدد',
  nothing: 'لا شيء في هذه الأيام.',
  empty:
    'لا شيء هنا بعد. اسحب فوق وقت ما، أو اختره بلوحة المفاتيح، لإضافة وقت أو اجتماع أو مهمة؛ أو ابدأ المؤقت.',
  more: '+{{count}} أخرى',
  choose: 'اختيار وقت',
  chosen:
    'المختار: {{what}}. مفاتيح الأسهم تنقله، ومع Shift تغيّر مدته؛ وEnter يضيف إدخالًا أو اجتماعًا أو مهمة، وEsc للخروج.',
  kind: {
    entry: 'إدخال وقت',
    task: 'مهمة مفتوحة',
    timer: 'مؤقت',
    meeting: 'اجتماع',
    absence: 'غياب مطلوب',
    holiday: 'عطلة رسمية',
  },
  absent: 'غائب',
  kindDone: { absence: 'غياب', entry: 'إدخال وقت مع مكالمته، منجزة', task: 'مهمة، منجزة' },
  timer: { running: 'مؤقت يعمل', paused: 'مؤقت متوقف مؤقتًا', stopped: 'متوقف ولم يُسجّل بعد' },
  meetingWith: 'مع {{people}}',
  repeated: 'يتكرر',
  logged: 'مُدرج في السجل',
  addWhat: 'ماذا تضيف',
  what: { entry: 'إدخال وقت', meeting: 'اجتماع', task: 'مهمة' },
  callDone: 'تم',
  moved: 'تم تغيير الوقت.',
  refused: 'لم يُنقل',
  stays: 'لا يمكن نقل {{what}} إلى هنا.',
  twice: 'تُؤخَّر الساعة حينها، فيتكرر الوقت {{time}} مرتين. أيهما المقصود؟',
  twiceFirst: 'الأول ({{offset}})',
  twiceSecond: 'الثاني ({{offset}})',
} satisfies TextsLike<typeof english>
