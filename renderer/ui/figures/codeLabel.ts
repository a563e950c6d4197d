// What a project or a case is called where it stands for itself: by its code and its name.
export const codeLabel = ({ code, name }: { code: string; name: string }): string => `${code} · ${name}`
