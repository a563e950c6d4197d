// What the server's log may hold of a fault: where in the program it was. The message may hold what was asked.

export const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 12)

export const faultOf = (error: unknown): object =>
  error instanceof Error
    ? { name: error.name, code: (error as { code?: string }).code, stack: framesOf(error) }
    : { name: typeof error }
