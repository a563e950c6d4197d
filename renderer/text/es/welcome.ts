// Spanish words of the first screen.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome = {
  title: 'Le damos la bienvenida a Daybook',
  intro: 'Todo se queda en este equipo. Podrá cambiarlo todo más adelante.',
  yourName: 'Su nombre',
  organisation: 'Organización',
  organisationHint: 'Su empresa o su propio nombre.',
  zone: 'Zona horaria',
  currency: 'Moneda',
  firstCustomer: 'Primer cliente (opcional)',
  firstCustomerHint: '¿Para quién va a trabajar primero?',
  begin: 'Empezar',
  sampleTitle: '¿Solo quiere echar un vistazo?',
  sampleText:
    'Cargue una empresa de ejemplo: 12 personas, 60 clientes y dos años de tiempo. Para el trabajo real, use otra carpeta de datos.',
  sampleLoad: 'Cargar datos de ejemplo',
  sampleLoading: 'Escribiendo dos años de registros…',
  notSetUp: 'Daybook aún no está configurado',
  notSetUpText: 'Abra la ventana principal e indique quién es.',
  readBackTitle: 'Restaurar una exportación',
  readBackText: '¿Tiene una exportación completa de otro Daybook? Elija el archivo y continúe desde ahí.',
  readBackChoose: 'Elegir archivo…',
  readBackReading: 'Restaurando…',
  readBackRows: '{{done}} de {{total}}',
  readBackCounting: 'Contando y comprobando las cifras…',
} satisfies TextsLike<typeof english>
