// Rows as comma-separated text that spreadsheets open: UTF-8 with its mark, and no text that they would take for a formula.

/** What a spreadsheet runs when it stands first in a cell. */
const RUNS = /^[=+\-@\t\r]/
/** A number is no formula, be it below zero. */
const NUMBER = /^-?\d+([.:]\d+)?$/

function field(text: string): string {
  const guarded = RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** A row with its end. */
export const csvLine = (row: readonly string[]): string => `${row.map(field).join(',')}\r\n`

export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map(csvLine).join('')}`
