// Cuts a program into the files that its start loads, one for each step: of forty small ones each waits some milliseconds for the
// one before it.
type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }
type Group = {
  name: (id: string, modules: Modules) => string | null
  debugName: string
  priority: number
}

/**
 * Groups for the bundler, a step each: all that `begins` reaches without waiting and no step before has. `alone`: what begins it stays
 * a file of its own, where it runs by itself and others take what it takes.
 */
export function startChunks(steps: readonly { name: string; begins: string; alone: boolean }[]): Group[] {
  return steps.map(({ name, begins, alone }, step) => {
    const found = new Set<string>()
    return {
      debugName: name,
      // The first ones take what later ones need as well.
      priority: steps.length - step,
      name: (id, modules) => {
        const reach = (module: string): void => {
          if (found.has(module)) return
          found.add(module)
          modules.getModuleInfo(module)?.importedIds.forEach(reach)
        }
        if (found.size === 0) reach(begins)
        return found.has(id) && !(alone && id === begins) ? name : null
      },
    }
  })
}
