// A person's own workbook, as it was handed over.
export type Template = { name: string; bytes: Uint8Array }
