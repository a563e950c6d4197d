// What shows tray icons on this desktop, as far as the shell needs to know it.

export type TrayHost = {
  /** Whether anybody shows tray icons. */
  present(): Promise<boolean>
  /** Whether they show ours, now that there is one. */
  showsOurs(): Promise<boolean>
  /** Called when that may have changed: a panel that crashed, was restarted, or came. */
  onChange(changed: () => void): void
}

/** Windows and macOS always show them. */
export const systemTrayHost: TrayHost = {
  present: () => Promise.resolve(true),
  showsOurs: () => Promise.resolve(true),
  onChange: () => undefined,
}
