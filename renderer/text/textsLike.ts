// The shape that a translation must have: every key of the original, and text at each; plurals may have more forms than English.
type MoreForms<T> = {
  [
    K in keyof T as K extends `${infer Base}_other` ? `${Base}_${'zero' | 'two' | 'few' | 'many'}` : never
  ]?: string
}

export type TextsLike<T> = { [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> } & MoreForms<T>
