// Owns which known vulnerabilities concern what people get: the packages that are not for development, and Electron itself.

/**
 * @typedef {{ severity: string, nodes: string[], via: (string | { title: string, url: string })[] }} Vulnerability
 * @typedef {{ packages: Record<string, { version?: string, dev?: boolean }> }} Lock
 */

/**
 * One line for each shipped package that is vulnerable; null where the answer is no report.
 * @param {unknown} answer what `npm audit --json` said
 * @param {Lock} lock
 * @returns {string[] | null}
 */
export function shippedFindings(answer, lock) {
  if (typeof answer !== 'object' || answer === null || !('vulnerabilities' in answer)) return null
  const vulnerabilities = /** @type {Record<string, Vulnerability>} */ (answer.vulnerabilities)
  return Object.entries(vulnerabilities).flatMap(([name, { severity, nodes, via }]) => {
    const shipped = nodes.filter(
      (path) => path === 'node_modules/electron' || lock.packages[path]?.dev !== true,
    )
    const reasons = via.map((reason) =>
      typeof reason === 'string' ? reason : `${reason.title} ${reason.url}`,
    )
    return shipped.map(
      (path) => `${severity}: ${name} ${lock.packages[path]?.version ?? ''}, ${reasons.join('; ')}`,
    )
  })
}

/** The JSON within what npm printed, warnings before and after it. @param {string} text @returns {unknown} */
export function jsonWithin(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
