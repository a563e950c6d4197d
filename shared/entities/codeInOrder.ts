// Codes that are given in order: PROJ-1, PROJ-2 … A number that somebody may have written down comes once.

export const nextCode = (prefix: string, last: number): string => `${prefix}-${last + 1}`

/** Of a code that was given so; null: it was not. */
export const numberInCode = (prefix: string, code: string): number | null => {
  const [, digits] = new RegExp(`^${prefix}-(\\d{1,9})$`, 'i').exec(code) ?? []
  return digits === undefined ? null : Number(digits)
}
