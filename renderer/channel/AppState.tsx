// Hands every screen what it needs before it can draw itself: organisation, current user, permissions, preferences.
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import type { RequestName } from '../../shared/contract/contract.ts'
import type { AppState } from '../../shared/contract/organisation.ts'
import type { ModuleName } from '../../shared/entities/module.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'

const AppStateContext = createContext<AppState | null>(null)

export function AppStateProvider({ state, children }: { state: AppState; children: ReactNode }) {
  return <AppStateContext value={state}>{children}</AppStateContext>
}

export function useAppState(): AppState {
  const state = use(AppStateContext)
  if (state === null) throw new Error('useAppState outside of AppStateProvider')
  return state
}

/** Also where a fault is shown before anything could be read: then undefined. */
export const useKnownAppState = (): AppState | undefined => use(AppStateContext) ?? undefined

/** The organisation and the current user; only on screens behind the welcome. */
export function useOrganisation(): Organisation {
  const { organisation } = useAppState()
  if (organisation === null) throw new Error('no organisation yet')
  return organisation
}

export function useCurrentUser(): User {
  const { currentUser } = useAppState()
  if (currentUser === null) throw new Error('no current user yet')
  return currentUser
}

/** Whether a module is on for the current user; what is off leaves no trace on screen (F12). */
export const useModule = (module: ModuleName): boolean => useAppState().modules.includes(module)

/** Whether the current user may send a request; what they may not do is not offered. */
export function usePermitted(): (name: RequestName) => boolean {
  const { permitted } = useAppState()
  return (name) => permitted.includes(name)
}
