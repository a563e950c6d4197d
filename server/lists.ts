// Lists as PostgreSQL reads them without looking at each character: as text each quote in a row's JSON would be escaped here and there again.
type Kind = 'text' | 'bigint' | 'boolean'
type Value = string | number | boolean | null

/** A parameter of a statement; it is written when the statement is sent. */
export type List = { values: readonly Value[]; toPostgres(): Buffer }

/** The numbers of the types in every PostgreSQL. */
const OID: Record<Kind, number> = { text: 25, bigint: 20, boolean: 16 }
const HEAD = 12
const DIMENSION = 8
const LENGTH = 4
const IS_NULL = -1
const TWO_32 = 2 ** 32

export const texts = (values: readonly (string | null)[]): List => listOf('text', values)
export const numbers = (values: readonly number[]): List => listOf('bigint', values)
export const flags = (values: readonly boolean[]): List => listOf('boolean', values)

const listOf = (kind: Kind, values: readonly Value[]): List => ({
  values,
  toPostgres: () => encode(kind, values),
})

function encode(kind: Kind, values: readonly Value[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : sizeOf(value)))
  const whole = sizes.reduce((sum, size) => sum + LENGTH + size, HEAD + (values.length > 0 ? DIMENSION : 0))
  const bytes = Buffer.allocUnsafe(whole)
  bytes.writeInt32BE(values.length > 0 ? 1 : 0, 0)
  bytes.writeInt32BE(values.includes(null) ? 1 : 0, 4)
  bytes.writeInt32BE(OID[kind], 8)
  if (values.length === 0) return bytes
  bytes.writeInt32BE(values.length, HEAD)
  // The first is number one.
  bytes.writeInt32BE(1, HEAD + 4)
  let at = HEAD + DIMENSION
  values.forEach((value, index) => {
    const size = sizes[index] ?? 0
    bytes.writeInt32BE(value === null ? IS_NULL : size, at)
    at += LENGTH
    if (value !== null) write(bytes, at, value)
    at += size
  })
  return bytes
}

const sizeOf = (value: string | number | boolean): number =>
  typeof value === 'string' ? Buffer.byteLength(value) : typeof value === 'number' ? 8 : 1

function write(bytes: Buffer, at: number, value: string | number | boolean): void {
  if (typeof value === 'string') bytes.write(value, at)
  else if (typeof value === 'boolean') bytes[at] = value ? 1 : 0
  else {
    bytes.writeInt32BE(Math.floor(value / TWO_32), at)
    bytes.writeUInt32BE(value >>> 0, at + 4)
  }
}
