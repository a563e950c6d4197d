// Owns which packages stay packages instead of being compiled into a bundle.

/** better-sqlite3 finds its binary beside its own files. */
export const EXTERNAL = ['better-sqlite3']
