// The Arabic sentences of the host's own pages.
import type { HostWords } from './words.en.ts'

export const hostWordsAr: HostWords = {
  lang: 'ar',
  closedTitle: 'تحتاج هذه الصفحة إلى رابطها',
  closedText:
    'يُفتح Daybook برابط صالح لزيارة واحدة في متصفح واحد. شغّل Daybook مرة أخرى: سيفتح رابطًا جديدًا ويعرض رابطًا آخر، من دون أن يتأثر ما يعمل الآن.',
  openingTitle: 'جارٍ فتح Daybook',
  opening: 'المتابعة إلى Daybook',
  unbuiltTitle: 'لم تُبنَ الواجهة بعد',
  unbuiltText: 'نفّذ «npm start» في مجلد Daybook: سيبنيها ويفتح هذه الصفحة من جديد.',
  problemTitle: 'يتعذر على Daybook فتح بياناته',
  folder: 'مجلد البيانات',
  technical: 'تفاصيل تقنية',
  retry: 'إعادة المحاولة',
  restore: 'استعادة النسخة الاحتياطية بتاريخ {{at}}',
  restoreText:
    'يوضع الملف التالف جانبًا في مجلد البيانات ويبقى فيه. ما سُجّل بعد النسخة الاحتياطية موجود في ذلك الملف وحده.',
  lostText:
    'قاعدة البيانات مفقودة أو أُفرغت، وتوجد نسخة احتياطية منها. يوضع ما تبقى منها جانبًا في مجلد البيانات ويبقى فيه.',
  freshBeside: 'البدء ببيانات فارغة؛ تبقى النسخ الاحتياطية',
  noBackup: 'لا توجد نسخة احتياطية سليمة.',
  fresh: 'وضع الملف التالف جانبًا والبدء ببيانات فارغة',
  notFound: 'لا يوجد شيء على هذا العنوان.',
}
