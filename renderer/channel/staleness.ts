// Which answers an event of the application makes stale: those whose contract reads a noun that changed.
import type { AppEvent } from '../../shared/contract/channel.ts'
import type { QueryName } from '../../shared/contract/contract.ts'
import { READS } from './reads.ts'

export function isStaleAfter(event: AppEvent, queryKey: readonly unknown[]): boolean {
  const name = queryKey[0]
  if (typeof name !== 'string' || !isQuery(name)) return false
  const reads: readonly string[] | 'all' | 'none' = READS[name]
  switch (event.type) {
    case 'changed': {
      if (reads === 'none') return false
      const { entities } = event
      return reads === 'all' || entities === 'all' || entities.some((entity) => reads.includes(entity))
    }
    // The current user decides what most queries answer, so all of them are asked again.
    case 'deviceChanged':
      return true
    case 'team':
      return name === 'team.status' || name === 'attention.list'
    // While the line was cut, events may have been missed.
    case 'connection':
      return event.connected
    case 'export':
      return name === 'export.get'
    case 'import':
    case 'everything':
    case 'undo':
    case 'show':
      return false
  }
}

const isQuery = (name: string): name is QueryName => Object.hasOwn(READS, name)
