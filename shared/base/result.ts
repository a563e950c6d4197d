// The outcome of anything that may be refused: a value, or an error that the caller must look at.

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Fail<E> = { readonly ok: false; readonly error: E }
export type Result<T, E> = Ok<T> | Fail<E>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = <E>(error: E): Fail<E> => ({ ok: false, error })
