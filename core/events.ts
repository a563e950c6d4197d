// Who listens to the application, and telling them what happened.
import type { AppEvent, Unsubscribe } from '../shared/contract/channel.ts'
import type { Log } from './ports.ts'

export interface Events {
  publish(event: AppEvent): void
  subscribe(on: (event: AppEvent) => void): Unsubscribe
  clear(): void
}

export function createEvents(log: Log): Events {
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    publish: (event) => {
      for (const listener of listeners) {
        // What was committed stays committed even if somebody fails to hear of it.
        try {
          listener(event)
        } catch (error) {
          log.error('event.listener', error, { type: event.type })
        }
      }
    },
    subscribe: (on) => {
      listeners.add(on)
      return () => void listeners.delete(on)
    },
    clear: () => listeners.clear(),
  }
}
