// The Spanish words of every noun, with gender, and what is said of nouns with them.
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsEs = {
  gender: 'm' | 'f'
  one: string
  many: string
  gone?: string
}

export const nounsEs: Record<EntityName, NounWordsEs> = {
  organisation: { gender: 'f', one: 'organización', many: 'organizaciones' },
  user: { gender: 'm', one: 'usuario', many: 'usuarios' },
  employment: { gender: 'm', one: 'contrato', many: 'contratos' },
  category: { gender: 'f', one: 'categoría', many: 'categorías' },
  customer: { gender: 'm', one: 'cliente', many: 'clientes' },
  opportunity: { gender: 'f', one: 'oportunidad', many: 'oportunidades' },
  project: { gender: 'm', one: 'proyecto', many: 'proyectos' },
  taxRate: { gender: 'm', one: 'tipo impositivo', many: 'tipos impositivos' },
  logo: { gender: 'm', one: 'logotipo', many: 'logotipos' },
  billingProfile: { gender: 'm', one: 'ajuste de facturación', many: 'ajustes de facturación' },
  invoice: { gender: 'f', one: 'factura', many: 'facturas' },
  invoicedEntry: { gender: 'm', one: 'tiempo facturado', many: 'tiempos facturados' },
  payment: { gender: 'm', one: 'pago', many: 'pagos' },
  case: { gender: 'm', one: 'caso', many: 'casos' },
  tag: { gender: 'f', one: 'etiqueta', many: 'etiquetas' },
  office: { gender: 'f', one: 'oficina', many: 'oficinas' },
  department: { gender: 'm', one: 'departamento', many: 'departamentos' },
  assignment: { gender: 'f', one: 'asignación', many: 'asignaciones' },
  rate: { gender: 'f', one: 'tarifa', many: 'tarifas' },
  hoursPackage: { gender: 'm', one: 'bono de horas', many: 'bonos de horas' },
  absenceKind: { gender: 'm', one: 'tipo de ausencia', many: 'tipos de ausencia' },
  absence: { gender: 'f', one: 'ausencia', many: 'ausencias' },
  entitlement: { gender: 'm', one: 'derecho a vacaciones', many: 'derechos a vacaciones' },
  periodException: { gender: 'f', one: 'excepción', many: 'excepciones' },
  approval: { gender: 'f', one: 'aprobación', many: 'aprobaciones' },
  accountEntry: { gender: 'm', one: 'movimiento de saldo', many: 'movimientos de saldo' },
  pastSetting: {
    gender: 'm',
    one: 'ajuste de un periodo cerrado',
    many: 'ajustes de un periodo cerrado',
  },
  timer: {
    gender: 'm',
    one: 'cronómetro',
    many: 'cronómetros',
    gone: 'Este cronómetro ya no existe: se registró o se descartó.',
  },
  timeEntry: { gender: 'm', one: 'registro de tiempo', many: 'registros de tiempo' },
  meeting: { gender: 'f', one: 'reunión', many: 'reuniones' },
  task: { gender: 'f', one: 'tarea', many: 'tareas' },
  journalEntry: { gender: 'f', one: 'línea del diario', many: 'líneas del diario' },
  noteDraft: {
    gender: 'm',
    one: 'borrador',
    many: 'borradores',
    gone: 'Este borrador ya no existe: se restauró, se eliminó o llevaba guardado más de 30 días.',
  },
  savedReport: { gender: 'm', one: 'informe guardado', many: 'informes guardados' },
  gap: {
    gender: 'f',
    one: 'interrupción',
    many: 'interrupciones',
    gone: 'Esta interrupción ya tiene respuesta.',
  },
}

const WORDS = {
  m: { this: 'Este', it: 'lo', aUsed: 'En uso en un', another: 'otro' },
  f: { this: 'Esta', it: 'la', aUsed: 'En uso en una', another: 'otra' },
}

export const nounSentencesEs: NounSentences<NounWordsEs> = {
  notFound: ({ gender, one, gone }, chosen) => {
    const { this: thisOne, another } = WORDS[gender]
    return gone ?? `${thisOne} ${one} ya no existe.${chosen ? ` Elija ${another}.` : ''}`
  },
  inUse: ({ gender, one }) => {
    const { this: thisOne, it } = WORDS[gender]
    return `${thisOne} ${one} está en uso, por lo que no se puede deshacer su creación. En lugar de eso, elimíne${it}: los datos anteriores conservan el nombre.`
  },
  deleteUsedIn: ({ gender, one }) => `${WORDS[gender].aUsed} ${one}. No se puede eliminar.`,
  editUsedIn: ({ gender, one }) => `${WORDS[gender].aUsed} ${one}: no se puede modificar.`,
}
