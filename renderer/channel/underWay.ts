// Commands under way that can be taken back: who presses Ctrl Z means the last of them, not what was done before it.
let count = 0
let all = Promise.withResolvers<void>()

export const undoablesUnderWay = {
  begin(): void {
    count += 1
  },
  end(): void {
    count -= 1
    if (count > 0) return
    all.resolve()
    all = Promise.withResolvers()
  },
  some: (): boolean => count > 0,
  /** Resolves as soon as none is. */
  async settled(): Promise<void> {
    while (count > 0) await all.promise
  },
}
