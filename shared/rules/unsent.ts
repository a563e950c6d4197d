// What of a team's device cannot be sent at the moment (H13).
import type { TeamStatus } from '../contract/team.ts'

/** While all is well, what was just done is sent before anybody could read that it waits. */
export const unsentNow = ({ team, waiting }: Pick<TeamStatus, 'team' | 'waiting'>): number =>
  team !== null && !team.online ? waiting : 0
