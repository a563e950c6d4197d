// What a page may not ask for: to write where it likes on the disk. Only the person chooses that, in a dialog or on the command line.

/** True for a request that names a file; the doors for pages refuse it. */
export const choosesFile = (name: string, args: unknown): boolean =>
  name === 'export.start' &&
  typeof args === 'object' &&
  args !== null &&
  'path' in args &&
  args.path !== undefined
