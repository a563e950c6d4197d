// Gives the desktop shell its words in the language of the person.
import type { Language } from './language.ts'
import { shellDe } from './shell.de.ts'
import { shellEn } from './shell.en.ts'
import type { ShellText } from './shell.en.ts'

export const shellText = (language: Language): ShellText => (language === 'de' ? shellDe : shellEn)
