// Arabic words of the first screen.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome = {
  title: 'مرحبًا بك في Daybook',
  intro: 'يبقى كل شيء على هذا الكمبيوتر. يمكنك تغيير كل ذلك لاحقًا.',
  yourName: 'اسمك',
  organisation: 'المؤسسة',
  organisationHint: 'شركتك أو اسمك الشخصي.',
  zone: 'المنطقة الزمنية',
  currency: 'العملة',
  firstCustomer: 'أول عميل (اختياري)',
  firstCustomerHint: 'لمن ستعمل أولًا؟',
  begin: 'ابدأ',
  sampleTitle: 'هل تريد التجربة فقط؟',
  sampleText:
    'حمّل شركة نموذجية: 12 شخصًا و60 عميلًا وسنتان من الوقت المسجّل. استخدم مجلد بيانات آخر للعمل الفعلي.',
  sampleLoad: 'تحميل البيانات النموذجية',
  sampleLoading: 'جارٍ كتابة إدخالات سنتين…',
  notSetUp: 'لم يتم إعداد Daybook بعد',
  notSetUpText: 'افتح النافذة الرئيسية وعرّف بنفسك.',
  readBackTitle: 'استعادة من ملف تصدير',
  readBackText: 'هل لديك أرشيف بكل البيانات صدّره Daybook آخر؟ اختره وتابع العمل من هناك.',
  readBackChoose: 'اختيار الأرشيف…',
  readBackReading: 'جارٍ الاستعادة…',
  readBackRows: '{{done}} من {{total}}',
  readBackCounting: 'جارٍ عدّ الأرقام والتحقق منها…',
} satisfies TextsLike<typeof english>
