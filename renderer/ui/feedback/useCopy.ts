// Puts text on the clipboard, and says whether that was done: a browser may refuse it, and nobody should paste something older.
import { useTranslation } from 'react-i18next'
import { showDone } from './showDone.ts'

/** `said`: what is said once it is there. */
export function useCopy(): (text: string, said?: string) => Promise<void> {
  const { t } = useTranslation('common')
  return async (text, said = t('copied')) => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return showDone(t('copyRefused'))
    }
    showDone(said)
  }
}
