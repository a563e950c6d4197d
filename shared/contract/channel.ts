// How a screen, a command line or a test reaches the application; IPC, HTTP and sockets only carry it.
import type { Id } from '../entities/entity.ts'
import type { EntityName } from '../entities/registry.ts'
import type { ArgsOf, RequestName, ResultOf } from './contract.ts'
import type { UndoProgress } from './entry.ts'
import type { AppError } from './errors.ts'
import type { EverythingProgress, ExportJob } from './organisation.ts'
import type { ImportProgress } from './timeImport.ts'

/**
 * An answer. `commitId` names the change that a command made, for its undo; it is absent where nothing was written.
 * An envelope, because Electron's IPC keeps only the message of an error.
 */
export type Reply<T> = { ok: true; value: T; commitId?: Id } | { ok: false; error: AppError }

export type AppEvent =
  /** Something was committed, here or by another process ("all": it is not known what). */
  | { type: 'changed'; entities: readonly EntityName[] | 'all'; commitId: Id | null }
  /** Preferences, the current user, or the state of the storage changed. */
  | { type: 'deviceChanged' }
  /** What waits to be sent, what needs attention, or the state of the team. */
  | { type: 'team' }
  | { type: 'export'; job: ExportJob }
  | { type: 'import'; progress: ImportProgress }
  | { type: 'everything'; progress: EverythingProgress }
  /** A change is being taken back; null: no more, it is done or it is not. */
  | { type: 'undo'; commitId: Id; progress: UndoProgress | null }
  /** A shell asks its windows to show something. */
  | { type: 'show'; view: ShowView; timerId?: Id }
  /**
   * The carrier lost or found the application; `again`: it is there once more, and nothing could be told in between; `ended`: this browser
   * is let in no more, and asking again is of no use.
   */
  | { type: 'connection'; connected: boolean; again?: true; ended?: true }

export type ShowView = 'start' | 'stop' | 'timeLog' | 'diary' | 'today' | 'gap' | 'quit'

export type Unsubscribe = () => void

/** `base`: the note as the page last knew it to be saved. */
export type LeftNotes = { timerId: Id; base: string; note: string }

export interface Channel {
  invoke<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>>
  subscribe(on: (event: AppEvent) => void): Unsubscribe
  /**
   * Of a carrier whose application may come back where this page is let in no more: the notes of a timer go there by a way of their
   * own.
   */
  leaveNotes?(notes: LeftNotes): Promise<'saved' | 'later' | 'refused'>
  /** Of a carrier where somebody has signed in. */
  account?: {
    /** Where one sees and changes how one signs in; where one signs in. */
    readonly page: string
    readonly signIn: string
    /** False: it could not be reached, and nothing has ended. */
    signOut(): Promise<boolean>
  }
}
