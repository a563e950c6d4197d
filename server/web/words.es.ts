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
  code: 'Código de su segundo factor',
  codeHint: 'Seis cifras de su aplicación de autenticación, o un código de recuperación.',
  setupText:
    'Escanee esta imagen con una aplicación de autenticación e introduzca las seis cifras que muestra.',
  pictureLabel: 'Imagen para la aplicación de autenticación; la misma clave figura debajo como texto',
  secretLabel: 'Clave para escribirla:',
  recoveryTitle: 'Sus códigos de recuperación',
  recoveryText:
    'Guárdelos en un lugar seguro: cada uno sirve una vez si pierde su aplicación de autenticación. Solo se muestran ahora.',
  onward: 'Los he guardado',
  factorTitle: 'Segundo factor',
  factorOff: 'Desactivado: basta con su contraseña.',
  factorOn: 'Activado: además de la contraseña se pide un código de su aplicación.',
  recoveryLeft: 'Códigos de recuperación restantes:',
  setUp: 'Configurar…',
  turnOn: 'Activar',
  renew: 'Nuevos códigos de recuperación',
  turnOff: 'Desactivar',
  deviceTitle: 'Autorizar un dispositivo',
  deviceCode: 'Código que muestra el dispositivo',
  deviceNext: 'Siguiente',
  deviceFrom: 'Lo ha solicitado desde la dirección de red',
  deviceWarning:
    'Permítalo solo si acaba de iniciarlo usted en ese dispositivo y este muestra el mismo código. Después trabajará en el equipo en su nombre.',
  deviceAllow: 'Permitir',
  deviceDeny: 'No permitir',
  deviceAllowed: 'El dispositivo está autorizado. Puede cerrar esta página.',
  deviceDenied: 'El dispositivo no está autorizado.',
}
