// Starts Daybook in the browser: one process on 127.0.0.1 that owns the data folder, until it is told to end.
import { join } from 'node:path'
import { createNodePorts, dataFolder } from '../core/nodePorts.ts'
import { programFolder } from '../core/programFolder.ts'
import { errorSentence } from '../shared/text/errorText.ts'
import { createApplication } from './application.ts'
import { createAssets } from './assets.ts'
import { openBrowser } from './browser.ts'
import { newSecret, readHostFile, writeHostFile } from './hostFile.ts'
import { HOST_USAGE, parseHostOptions } from './options.ts'
import type { HostOptions } from './options.ts'
import { systemPeers } from './peer.ts'
import { problemAsError } from './problemPage.ts'
import { urlsOfRunning } from './running.ts'
import { startServer } from './server.ts'
import type { HostServer, ServerDeps } from './server.ts'
import { createSessions } from './session.ts'
import { openerTarget } from './urls.ts'
import type { Urls } from './urls.ts'

const options = parseHostOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(`daybook: ${options.error}\n\n${HOST_USAGE}`)
  process.exitCode = 2
} else if (options.value === 'help') console.log(HOST_USAGE)
else process.exitCode = await run(options.value)

/** Returns an exit code where nothing is left to do; 0 while the server runs, which keeps the process alive. */
async function run(given: HostOptions): Promise<number> {
  const dataDir = dataFolder(given.data, process.env)
  const abilities = {
    shell: 'host',
    tray: false,
    globalShortcuts: false,
    saveDialog: false,
    windows: false,
  } as const
  const ports = { ...createNodePorts({ dataDir, abilities, showFolder: openBrowser }), dataDir }
  const application = createApplication(ports)
  const wanted = { opener: given.open }
  const held = await application.open()
  if (held) return handOver(await urlsOfRunning(held.holder, dataDir, wanted), given, dataDir)
  if (application.problem)
    console.error(`daybook: ${errorSentence(problemAsError(application.problem), 'en')}`)

  const remembered = readHostFile(dataDir)
  const secret = remembered?.secret ?? newSecret()
  const assets = createAssets(join(programFolder(), 'out', 'renderer'))
  if (!assets.present() && !given.devRenderer) {
    console.error('daybook: the screens are not built yet. Run "npm start", which builds them.')
  }
  const deps = {
    ports,
    application,
    sessions: createSessions(secret, ports.clock),
    assets,
    peers: systemPeers(),
    devRenderer: given.devRenderer,
  }
  const server = await listen(given.port, remembered?.port ?? 0, deps)
  if (!server) {
    console.error(`daybook: port ${given.port} is taken by another program. Give another --port, or none.`)
    await application.close()
    return 1
  }
  writeHostFile(dataDir, { port: server.port, secret })
  application.publish(`http://127.0.0.1:${server.port}`)
  endOnSignals(async () => {
    await server.close()
    await application.close()
  })
  ports.log.info('host.started', { port: server.port, problem: application.problem?.code ?? null })
  await show(server.newUrls(wanted), 'Daybook is running at', given, dataDir)
  return 0
}

/** A port that was asked for is that one or none; a remembered one that is taken gives way to any. */
async function listen(wished: number, remembered: number, deps: ServerDeps): Promise<HostServer | null> {
  try {
    return await startServer(wished || remembered, deps)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    return wished === 0 ? startServer(0, deps) : null
  }
}

async function handOver(urls: Urls | null, given: HostOptions, dataDir: string): Promise<number> {
  if (urls === null)
    console.log('Daybook is already running on this data folder, in a window of its own. Use that one.')
  else await show(urls, 'Daybook is already running at', given, dataDir)
  return 0
}

async function show(
  { url, opener }: Urls,
  sentence: string,
  given: HostOptions,
  dataDir: string,
): Promise<void> {
  console.log(given.printUrl ? url : `${sentence} ${url}`)
  if (!given.open) return
  const failure =
    opener === null
      ? 'the data folder cannot be written to'
      : await openBrowser(openerTarget(opener, new URL(url).origin, dataDir))
  if (failure !== null)
    console.error(`daybook: no browser could be opened (${failure}). Open the address above yourself.`)
}

/** Ends cleanly once; asked again, at once. Nothing is lost either way: what was confirmed is on the disk. */
function endOnSignals(close: () => Promise<void>): void {
  let ending = false
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(1)
    ending = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(
          `daybook: ended on ${signal}, not cleanly: ${error instanceof Error ? error.message : String(error)}`,
        )
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
