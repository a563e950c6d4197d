// A second start on the same data folder: asks the running Daybook for a way in instead of opening the data again.
import type { InstanceInfo } from '../core/db/instanceLock.ts'
import { isOurs } from './address.ts'
import { readHostFile } from './hostFile.ts'
import { Urls } from './urls.ts'
import type { Wanted } from './urls.ts'

/** Fresh ways in, or null where the running program has no pages (a desktop window) or does not answer. */
export async function urlsOfRunning(
  holder: InstanceInfo | null,
  dataDir: string,
  { opener }: Wanted,
): Promise<Urls | null> {
  const secret = readHostFile(dataDir)?.secret
  // The secret is for this computer only, whatever the file says.
  if (!secret || !holder?.url || !/^http:\/\/127\.0\.0\.1:\d+$/.test(holder.url)) return null
  try {
    const response = await fetch(`${holder.url}/instance${opener ? '?opener' : ''}`, {
      method: 'POST',
      headers: { authorization: `Daybook ${secret}` },
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    })
    const answer = Urls.safeParse(await response.json())
    const port = Number(new URL(holder.url).port)
    return answer.success && isOurs(answer.data.url, port) ? answer.data : null
  } catch (error) {
    // It is ending, or hangs: the caller says that it runs and cannot be reached.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return null
    throw error
  }
}
