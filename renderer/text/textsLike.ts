// The shape that a translation must have: every key of the original, and text at each.

export type TextsLike<T> = { [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> }
