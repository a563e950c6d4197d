// Finds the program of a worker thread: beside the source while developing, beside the bundle once built.

/** `here` is the caller's import.meta.url; bundles keep each worker under its own name in their folder. */
export const workerFile = (here: string, name: string): URL =>
  here.endsWith('.ts')
    ? new URL(`./${name}.ts`, here)
    : new URL(`./${name.split('/').at(-1) ?? name}.mjs`, here)
