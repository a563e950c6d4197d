// Who may ask for what, and whose it then is: said where a request is declared, and judged in shared/rules/permission.ts.
import type { EntityName } from '../entities/registry.ts'
import type { Role } from '../entities/user.ts'

/**
 * - all: about anybody;
 * - team: about oneself; about others where the organisation lets employees see each other's time (F10);
 * - own: about oneself;
 * - none: not at all.
 */
export type Grant = 'all' | 'team' | 'own' | 'none'

/** What tells whose it is: the argument that names a thing (with a dot: within another), and of which noun that thing is. */
export type Whose = {
  readonly argument: string
  /** A commit is no noun: it belongs to whoever made it. */
  readonly noun: EntityName | 'commit'
  /** Without the argument it is about whoever asks; else it is nobody's, and refused where only one's own is allowed. */
  readonly withoutIt: 'self' | 'nobody'
}

export type Access = Readonly<Record<Role, Grant>> & { readonly whose: Whose | null }

const rolesOf = (manager: Grant, employee: Grant, whose: Whose | null = null): Access => ({
  administrator: 'all',
  manager,
  employee,
  whose,
})

/** It is about nobody in particular, or never about anybody but whoever asks. What it answers is narrowed where it reads (F10). */
export const everybody = rolesOf('all', 'all')
/** Managers and administrators. */
export const leaders = rolesOf('all', 'none')
export const administrators = rolesOf('none', 'none')

/** Those who lead, about anybody; an employee about what is their own, as the thing that the argument names tells. */
export const ownBy = (
  argument: string,
  noun: Whose['noun'],
  withoutIt: Whose['withoutIt'] = 'nobody',
): Access => rolesOf('all', 'own', { argument, noun, withoutIt })

/** The same for what colleagues may see too, where the organisation lets them. */
export const shownBy = (
  argument: string,
  noun: Whose['noun'],
  withoutIt: Whose['withoutIt'] = 'nobody',
): Access => rolesOf('all', 'team', { argument, noun, withoutIt })
