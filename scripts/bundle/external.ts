// Owns which packages stay packages instead of being compiled into a bundle.

/** better-sqlite3 finds its binary beside its own files; exceljs warns about an old call unless it lies in node_modules. */
export const EXTERNAL = ['better-sqlite3', 'exceljs']
