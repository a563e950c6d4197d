// What a page may not ask for: to write or read where it likes on the disk. Only the person chooses that, in a dialog or on the command line.

const PATHS = ['path', 'paths', 'templatePath'] as const

/** True for a request that names a file, whichever it is; the doors for pages refuse it. */
export const choosesFile = (args: unknown): boolean =>
  typeof args === 'object' && args !== null && PATHS.some((name) => Reflect.get(args, name) !== undefined)
