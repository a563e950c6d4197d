// Owns what text may be in a cell: valid XML, within Excel's length, shown as it was typed.

/** What Excel allows in one cell, in UTF-16 units. */
const MAX_LENGTH = 32_767

/** Text as it can stand in a cell: without what would make invalid XML, and with no escape that Excel would decode. */
export function cellText(text: string): string {
  const valid = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '')
  // "_x0041_" typed by a person would be shown as "A"; its underscore is escaped in the way Excel itself does.
  return cut(valid).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/**
 * True for text that a spreadsheet would take for a formula if somebody edits or re-imports the cell. It is written as
 * text in any case; these cells also get the text format, in which even F2 and Enter leave them as they are.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text)
}

/** A cell's text for a page footer, where & begins a code. */
export function footerText(text: string): string {
  return cellText(text).replace(/\s+/g, ' ').slice(0, 110).replaceAll('&', '&&')
}

// C0 (but tab and line feed) and C1 controls, halves of surrogate pairs, noncharacters.
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/gu

function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const next = text.charCodeAt(MAX_LENGTH)
  return text.slice(0, next >= 0xdc00 && next <= 0xdfff ? MAX_LENGTH - 1 : MAX_LENGTH)
}
