// Starts Daybook in the browser: one process on 127.0.0.1 that owns the data folder, until it is told to end.
import { join } from 'node:path'
import { openToOthers } from '../core/db/ownerOnly.ts'
import { createNodePorts, dataFolder } from '../core/node/nodePorts.ts'
import { programFolder } from '../core/node/programFolder.ts'
import { createAssets } from '../core/pages/assets.ts'
import { errorSentence } from '../shared/text/errorText.ts'
import { freshFolder, freshName, plainName } from './address.ts'
import { createApplication } from './application.ts'
import { openBrowser } from './browser.ts'
import { newSecret, writeHostFile } from './hostFile.ts'
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
  const nodePorts = createNodePorts({ dataDir, abilities, showFolder: openBrowser })
  const secret = newSecret()
  const sessions = createSessions(secret, nodePorts.clock)
  const ports = { ...nodePorts, dataDir, browsers: sessions }
  const application = createApplication(ports)
  const wanted = { opener: given.open }
  const held = await application.open()
  if (held) return handOver(await urlsOfRunning(held.holder, dataDir, wanted), given, dataDir)
  if (application.problem)
    console.error(`daybook: ${errorSentence(problemAsError(application.problem), 'en')}`)

  const rights = openToOthers(dataDir)
  if (rights !== null)
    console.error(
      `daybook: other users of this computer can look into ${dataDir} (rights ${rights}). They cannot read what Daybook keeps there; chmod 700 keeps them out.`,
    )
  const assets = createAssets(join(programFolder(), 'out', 'renderer'), freshFolder())
  if (!assets.present() && !given.devRenderer) {
    console.error('daybook: the screens are not built yet. Run "npm start", which builds them.')
  }
  const deps = {
    ports,
    application,
    sessions,
    assets,
    peers: systemPeers(),
    // In development the pages are another server's.
    name: given.devRenderer === null ? freshName() : plainName(),
    devRenderer: given.devRenderer,
  }
  const server = await listen(given.port, deps)
  if (!server) {
    console.error(`daybook: port ${given.port} is taken by another program. Give another --port, or none.`)
    await application.close()
    return 1
  }
  writeHostFile(dataDir, { secret })
  application.publish(server.address.direct)
  endOnSignals(async () => {
    await server.close()
    await application.close()
  })
  ports.log.info('host.started', { port: server.address.port, problem: application.problem?.code ?? null })
  await show(server.newUrls(wanted), 'Daybook is running at', given, dataDir)
  return 0
}

/** A port that was asked for is that one or none; else it is one that is free, and no earlier start's. */
async function listen(wished: number, deps: ServerDeps): Promise<HostServer | null> {
  try {
    return await startServer(wished, deps)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (wished === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error
    return null
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
