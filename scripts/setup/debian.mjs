// Owns installing a system package where that is plainly ours to do: as root on Debian or Ubuntu, as in a container.
import { existsSync } from 'node:fs'
import { run, say } from './process.mjs'

/**
 * @param {string} root
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} true when they are installed now
 */
export async function aptInstall(root, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`installing ${packages.join(', ')} …`)
  const options = { cwd: root, quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-q'], options)
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  const { code, output } = await run('apt-get', args, options)
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'))
  return code === 0
}
