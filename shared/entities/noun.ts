// What a noun says of itself beside its schema: the one place from which references, names, periods, ownership, undo, the
// history and what is shown to whom are known. Plain data: those who guard or store loop over it (relations.ts).
import type { ModuleName } from './module.ts'

/**
 * What a reference asks of the other thing.
 * - needed: it is there and not deleted, where the reference is new (a timer's customer);
 * - recalled: it is there, be it only kept for the past; time that was recorded keeps its name (an entry's customer);
 * - followed: this one goes with it where a person removes it (a rate with its customer); an undo is refused instead;
 * - part: this one goes with it always, and comes back with it (a question about a gap with its timer);
 * - mentioned: it may be gone; nothing is asked of it (a draft's customer).
 */
export type ReferenceKind = 'needed' | 'recalled' | 'followed' | 'part' | 'mentioned'

export type Reference<F extends string = string, T extends string = string> = {
  /** The field with the other's id; null in it: refers to nothing. */
  readonly field: F
  readonly to: T
  readonly as: ReferenceKind
  /** Only where that field says so: what a rate is for is of the noun that its level names. */
  readonly when?: { readonly field: F; readonly is: string }
}

/**
 * Whom a thing is shown to (F10).
 * - everybody: all who use the application;
 * - colleagues: whose it is and those who lead; others where the organisation lets employees see each other's time;
 * - owner: whose it is and those who lead;
 * - leaders: managers and administrators.
 */
export type SeenBy = 'everybody' | 'colleagues' | 'owner' | 'leaders'

export type NounFacts<F extends string = string> = {
  readonly refs: readonly Reference<F>[]
  /** The fields that it is called by; one that refers to another thing calls it after that. Empty: it has no name. */
  readonly label: readonly F[]
  /** The field with the user whose it is; null: nobody's in particular. */
  readonly owner: F | null
  readonly seenBy: SeenBy
  /** In a team only the devices of whose it is have it. */
  readonly onesOwn?: true
  /** No two that are not deleted may have the same here, without regard to case and accents. `taken`: the refusal's code. */
  readonly unique?: { readonly by: readonly [F, ...F[]]; readonly taken: string }
  /** Deleted, it stays as `removed` where the past refers to it, so that the past keeps its name (C17). */
  readonly keepsName?: true
  /** The day from which on it counts: closed with the period (C1). `closed`: the refusal's code. */
  readonly dated?: {
    readonly from: F
    /** Its last day, where it has one: moved alone, only the days between count. */
    readonly to?: F
    /** It counts only where that field says so: an absence that is approved. */
    readonly when?: { readonly field: F; readonly is: string }
    readonly closed: string
    /** Of these there is one for a day: a contract of a user, a rate of what it is for. */
    readonly versionOf?: readonly F[]
    /** Only a change of that day counts, and none (null) is ever since. */
    readonly onChange?: true
  }
  /** What is typed is kept at once, and enters the trail only with the next change: it may have moved on since. */
  readonly typed?: F
  /** It only follows from another change, and is not what the history names first: the task that a stop makes. */
  readonly follows?: true
  /** Switched off with that module: it is neither shown nor changed then, and its data stay (F12). */
  readonly module?: ModuleName
  /** Few, small, and part of nearly every request: kept in memory from one to the next. */
  readonly remembered?: true
}
