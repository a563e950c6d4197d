// The Spanish words of the server's own pages.
import type { WebWords } from './words.en.ts'

export const webWordsEs: WebWords = {
  lang: 'es',
  signInTitle: 'Iniciar sesión',
  signInLead: 'En el Daybook de su equipo.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  accountTitle: 'Mi inicio de sesión',
  signedInAs: 'Sesión iniciada como',
  openDaybook: 'Abrir Daybook',
  signOut: 'Cerrar sesión',
  signOutEverywhere: 'Cerrar todas las sesiones',
  everywhereHint:
    'En todos los navegadores. Los dispositivos con la aplicación Daybook siguen en el equipo; exclúyalos en Ajustes, Equipo de trabajo.',
  needsScript: 'Esta página necesita JavaScript. Actívelo y vuelva a cargar la página.',
  offline: 'No se puede conectar con el servidor. Inténtelo de nuevo.',
  problemTitle: 'Esto no funciona',
}
