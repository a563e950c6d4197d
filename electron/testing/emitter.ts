// The events of the double: listeners as the shell registers them, fired by a test.

type Listener = (...args: never[]) => void

/** What a listener may prevent, as Electron hands it over. */
export type DoubleEvent = { preventDefault(): void; readonly defaultPrevented: boolean }

export function newEvent<T extends object>(more: T): DoubleEvent & T
export function newEvent(): DoubleEvent
export function newEvent(more: object = {}): DoubleEvent {
  let prevented = false
  return {
    ...more,
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

export class Emitter {
  readonly #listeners: { event: string; listener: Listener; once: boolean }[] = []

  on(event: string, listener: Listener): this {
    this.#listeners.push({ event, listener, once: false })
    return this
  }

  once(event: string, listener: Listener): this {
    this.#listeners.push({ event, listener, once: true })
    return this
  }

  /** Calls the listeners; a test that fires what nobody hears learns nothing, so ask `hears` where that matters. */
  emit(event: string, ...args: unknown[]): void {
    for (const entry of this.#listeners.filter((one) => one.event === event)) {
      if (entry.once) this.#listeners.splice(this.#listeners.indexOf(entry), 1)
      const listener = entry.listener as (...args: unknown[]) => void
      listener(...args)
    }
  }

  hears(event: string): boolean {
    return this.#listeners.some((entry) => entry.event === event)
  }
}
