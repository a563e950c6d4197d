// Owns the stages of checking: what each one runs, a plain closing line for each, an end at the first that fails.
import { INTERRUPTED, run, say } from './setup/process.mjs'

/** @typedef {{ name: string, command: string[] }} Stage */

/** @type {readonly Stage[]} */
export const CHECK = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint and layers', command: ['node_modules/oxlint/bin/oxlint'] },
  {
    name: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  { name: 'schema and its copies', command: ['scripts/schema/schema.ts', '--check'] },
  { name: 'unit and integration tests', command: ['node_modules/vitest/vitest.mjs', 'run'] },
]

/** @type {Stage} */
export const BROWSER = { name: 'browser tests', command: ['node_modules/@playwright/test/cli.js', 'test'] }

/**
 * Runs stage after stage under the project's Node.
 * @param {string} root
 * @param {string} node
 * @param {readonly Stage[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the code to exit with
 */
export async function runStages(root, node, stages, env) {
  for (const { name, command } of stages) {
    const began = Date.now()
    const { code, interrupted } = await run(node, command, { cwd: root, env })
    if (interrupted) return INTERRUPTED
    const took = `${((Date.now() - began) / 1000).toFixed(1)} s`
    say(code === 0 ? `✓ ${name} (${took})` : `✗ ${name} failed (${took})`)
    if (code !== 0) return code
  }
  return 0
}
