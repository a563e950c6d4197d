// Owns finding a LibreOffice, which recalculates exported workbooks in the tests.
import { aptInstall } from './debian.mjs'
import { fail, findProgram, say } from './process.mjs'

const PLACES = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/**
 * The path for DAYBOOK_SOFFICE; '' where there is none and the tests that need it are skipped. A Linux that says it is
 * a CI never skips: somewhere the workbooks must be recalculated on every change.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function ensureOffice(root) {
  const installed = () => findProgram([process.env.DAYBOOK_SOFFICE ?? '', ...PLACES].filter(Boolean))
  let path = installed()
  if (!path && (await aptInstall(root, ['libreoffice-calc-nogui']))) path = installed()
  if (path) return path
  const missing = 'LibreOffice is not installed here'
  if (process.env.CI === 'true' && process.platform === 'linux') {
    fail(
      `${missing}, and in CI the recalculation of workbooks is not skipped. Install libreoffice-calc-nogui.`,
    )
  }
  say(`${missing}: the tests that recalculate workbooks are SKIPPED.`)
  return ''
}
