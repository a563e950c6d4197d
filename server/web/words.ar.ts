// The Arabic words of the server's own pages.
import type { WebWords } from './words.en.ts'

export const webWordsAr: WebWords = {
  lang: 'ar',
  signInTitle: 'تسجيل الدخول',
  signInLead: 'إلى Daybook الخاص بفريقك.',
  email: 'عنوان البريد الإلكتروني',
  password: 'كلمة المرور',
  signIn: 'تسجيل الدخول',
  accountTitle: 'تسجيل دخولي',
  signedInAs: 'تم تسجيل الدخول باسم',
  openDaybook: 'افتح Daybook',
  signOut: 'تسجيل الخروج',
  signOutEverywhere: 'تسجيل الخروج من كل مكان',
  everywhereHint:
    'في كل المتصفحات. تبقى الأجهزة التي عليها تطبيق Daybook في الفريق؛ استبعدها من الإعدادات، الفريق.',
  needsScript: 'تحتاج هذه الصفحة إلى JavaScript. فعّله ثم أعد تحميل الصفحة.',
  offline: 'يتعذر الوصول إلى الخادم. أعد المحاولة.',
  problemTitle: 'تعذّر ذلك',
}
