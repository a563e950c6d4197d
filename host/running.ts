// A second start on the same data folder: asks the running Daybook for a way in instead of opening the data again.
import type { InstanceInfo } from '../core/db/instanceLock.ts'
import { readHostFile } from './hostFile.ts'

/** An address with a fresh token, or null where the running program has no pages (a desktop window) or does not answer. */
export async function urlOfRunning(holder: InstanceInfo | null, dataDir: string): Promise<string | null> {
  const secret = readHostFile(dataDir)?.secret
  // The secret is for this computer only, whatever the file says.
  if (!secret || !holder?.url || !/^http:\/\/127\.0\.0\.1:\d+$/.test(holder.url)) return null
  try {
    const response = await fetch(`${holder.url}/instance`, {
      method: 'POST',
      headers: { authorization: `Daybook ${secret}` },
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    })
    const answer: unknown = await response.json()
    if (typeof answer !== 'object' || answer === null || !('url' in answer)) return null
    return typeof answer.url === 'string' && answer.url.startsWith(`${holder.url}/`) ? answer.url : null
  } catch (error) {
    // It is ending, or hangs: the caller says that it runs and cannot be reached.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return null
    throw error
  }
}
