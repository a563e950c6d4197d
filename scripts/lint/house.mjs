// Rules for the linter about renderer/: which rooms may use which, in the order that .oxlintrc.json states, and one kind of form.
import { basename, dirname, join, relative, sep } from 'node:path'

/** @param {string} path within renderer/ */
const featureOf = (path) => /^features\/([^/]+)\//.exec(path)?.[1] ?? null

/** @param {string} path within renderer/ */
const isAbove = (path) => path.startsWith('windows/')

/**
 * @param {string} from within renderer/
 * @param {string} to within renderer/
 * @param {readonly string[]} order features from the top of the house to its ground
 * @returns {string | null} what is wrong with it
 */
function wrongWith(from, to, order) {
  const [user, used] = [featureOf(from), featureOf(to)]
  if (isAbove(from)) return null
  if (isAbove(to)) return 'Windows put features together; nothing in renderer/ imports a window.'
  if (used === null) return null
  if (user === null) return `${from.split('/')[0]}/ is what features are made of: it imports none of them.`
  if (user === used) return null
  if (to.endsWith('.css'))
    return `The style of ${used} is its own: what two features share belongs in renderer/ui.`
  const [above, below] = [order.indexOf(user), order.indexOf(used)]
  if (above < 0 || below < 0)
    return `State where ${above < 0 ? user : used} stands: the list of features is in .oxlintrc.json.`
  return above < below
    ? null
    : `${used} stands above ${user} in the list of features (.oxlintrc.json): move what both need down, or to renderer/ui.`
}

const downwards = {
  meta: { type: 'problem', schema: [{ type: 'array', items: { type: 'string' } }] },
  /** @param {{ filename: string, cwd: string, options: readonly unknown[], report(found: { node: unknown, message: string }): void }} context */
  create(context) {
    const renderer = join(context.cwd, 'renderer')
    const from = relative(renderer, context.filename).replaceAll(sep, '/')
    if (from.startsWith('..')) return {}
    const order = /** @type {readonly string[]} */ (context.options[0] ?? [])
    /** @param {{ source: { value?: unknown } | null }} node */
    const look = (node) => {
      const name = node.source?.value
      if (typeof name !== 'string' || !name.startsWith('.')) return
      const to = relative(renderer, join(dirname(context.filename), name)).replaceAll(sep, '/')
      const message = wrongWith(from, to, order)
      if (message !== null) context.report({ node: node.source, message })
    }
    return {
      ImportDeclaration: look,
      ImportExpression: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
    }
  },
}

const forms = {
  meta: { type: 'problem' },
  /** @param {{ filename: string, report(found: { node: unknown, message: string }): void }} context */
  create: (context) => ({
    /** @param {{ name: { name?: unknown } }} node */
    JSXOpeningElement(node) {
      if (node.name.name !== 'form' || basename(context.filename) === 'SubmitForm.tsx') return
      const message =
        'Take SubmitForm: it is sent by Ctrl or Cmd Enter too, and waits for a field that is at work.'
      context.report({ node, message })
    },
  }),
}

// The linter asks for it in this form.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'house' }, rules: { downwards, forms } }
