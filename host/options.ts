// What can be said to the host on its command line.
import { parseArgs } from 'node:util'
import { fail, ok } from '../shared/base/result.ts'
import type { Result } from '../shared/base/result.ts'

export type HostOptions = {
  data: string | undefined
  /** 0: any that is free. */
  port: number
  open: boolean
  /** Only the address on the line, nothing around it. */
  printUrl: boolean
  /** Where Vite serves the screens in development. */
  devRenderer: URL | null
}

export const HOST_USAGE = `Daybook in the browser. Usage: node host/main.ts [options]
  --data DIR           the data folder (else DAYBOOK_DATA, else the usual place of this system)
  --port N             the port on 127.0.0.1 (default 0: any that is free)
  --open, --no-open    open the browser, or only print the address (default)
  --print-url          print nothing but the address
  --dev-renderer URL   take the screens from a development server
  --help`

export function parseHostOptions(args: readonly string[]): Result<HostOptions | 'help', string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      allowNegative: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
        'print-url': { type: 'boolean', default: false },
        'dev-renderer': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return ok('help')
    const port = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      return fail(`--port ${values.port}: not a port, 0 to 65535`)
    const dev = values['dev-renderer']
    if (dev !== undefined && !/^http:\/\/(127\.0\.0\.1|localhost):\d+\/?$/.test(dev)) {
      return fail(`--dev-renderer ${dev}: must be http://127.0.0.1:PORT`)
    }
    return ok({
      data: values.data,
      port,
      open: values.open && !args.includes('--no-open'),
      printUrl: values['print-url'],
      devRenderer: dev === undefined ? null : new URL(dev),
    })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}
