// The part of Electron that the shell uses: the real module satisfies it (checked in main.ts), and so does the tests' double.
import type * as E from 'electron'

/** A page's frame, as far as trusting it goes. */
export interface ShellFrame {
  readonly origin: string
  readonly url: string
  readonly parent: ShellFrame | null
}

export interface ShellInvokeEvent {
  readonly senderFrame: ShellFrame | null
}

export interface ShellWebContents {
  readonly id: number
  send(channel: string, ...args: unknown[]): void
  isDestroyed(): boolean
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void
  getZoomFactor(): number
  replaceMisspelling(text: string): void
  on(event: 'context-menu', listener: (event: E.Event, params: E.ContextMenuParams) => void): unknown
  on(
    event: 'did-fail-load',
    listener: (event: E.Event, code: number, why: string, url: string, isMainFrame: boolean) => void,
  ): unknown
  on(event: 'did-navigate', listener: (event: E.Event, url: string, status: number) => void): unknown
  on(event: 'will-navigate', listener: (details: E.Event<{ url: string }>) => void): unknown
  on(event: 'will-frame-navigate', listener: (details: E.Event<{ url: string }>) => void): unknown
  on(event: 'will-redirect', listener: (details: E.Event<{ url: string }>) => void): unknown
  on(event: 'will-attach-webview', listener: (event: E.Event) => void): unknown
  on(event: 'before-input-event', listener: (event: E.Event, input: E.Input) => void): unknown
  on(
    event: 'render-process-gone',
    listener: (event: E.Event, details: E.RenderProcessGoneDetails) => void,
  ): unknown
}

export interface ShellWindow {
  readonly id: number
  readonly webContents: ShellWebContents
  loadURL(url: string): Promise<void>
  show(): void
  showInactive(): void
  hide(): void
  focus(): void
  close(): void
  destroy(): void
  minimize(): void
  restore(): void
  maximize(): void
  isDestroyed(): boolean
  isVisible(): boolean
  isFocused(): boolean
  isMinimized(): boolean
  isMaximized(): boolean
  getNormalBounds(): E.Rectangle
  setOverlayIcon(image: E.NativeImage | null, description: string): void
  setBounds(bounds: E.Rectangle): void
  setVisibleOnAllWorkspaces(visible: boolean, options?: { visibleOnFullScreen?: boolean }): void
  on(event: 'close', listener: (event: E.Event) => void): unknown
  on(event: 'closed', listener: () => void): unknown
  on(event: 'session-end', listener: () => void): unknown
  on(event: 'moved', listener: () => void): unknown
  on(event: 'blur', listener: () => void): unknown
  on(event: 'unresponsive', listener: () => void): unknown
  on(event: 'responsive', listener: () => void): unknown
  once(event: 'ready-to-show', listener: () => void): unknown
}

export interface ShellTray {
  setImage(file: string): void
  setToolTip(text: string): void
  setTitle(text: string, options?: { fontType?: 'monospacedDigit' }): void
  setContextMenu(menu: ShellMenu | null): void
  popUpContextMenu(menu?: ShellMenu): void
  getBounds(): E.Rectangle
  setIgnoreDoubleClickEvents(ignore: boolean): void
  isDestroyed(): boolean
  destroy(): void
  on(event: 'click', listener: () => void): unknown
  on(event: 'right-click', listener: () => void): unknown
}

export interface ShellMenu {
  readonly items: readonly { readonly label: string }[]
  popup(options: E.PopupOptions): void
}

export interface ShellNotification {
  show(): void
  on(event: 'failed', listener: () => void): unknown
  on(event: 'click', listener: () => void): unknown
}

export interface ShellSession {
  setPermissionRequestHandler(
    handler: (
      page: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: { requestingUrl: string },
    ) => void,
  ): void
  setPermissionCheckHandler(
    handler: (page: unknown, permission: string, requestingOrigin: string) => boolean,
  ): void
  setDevicePermissionHandler(handler: () => boolean): void
  setSpellCheckerLanguages(languages: string[]): void
  on(event: 'will-download', listener: (event: E.Event) => void): unknown
}

export interface ShellApp {
  readonly isPackaged: boolean
  readonly commandLine: {
    hasSwitch(name: string): boolean
    getSwitchValue(name: string): string
    appendSwitch(name: string, value: string): void
  }
  requestSingleInstanceLock(told: Record<string, unknown>): boolean
  setName(name: string): void
  disableHardwareAcceleration(): void
  setAsDefaultProtocolClient(scheme: string): boolean
  setLoginItemSettings(settings: E.Settings): void
  getLoginItemSettings(): { wasOpenedAtLogin: boolean }
  setBadgeCount(count: number): boolean
  setJumpList(categories: E.JumpListCategory[] | null): unknown
  /** Only macOS has one. */
  readonly dock?: { setBadge(text: string): void; setMenu(menu: ShellMenu): void } | undefined
  hide?(): void
  enableSandbox(): void
  setPath(name: 'userData', path: string): void
  getPath(name: 'documents' | 'userData'): string
  getPreferredSystemLanguages(): string[]
  setAppUserModelId(id: string): void
  whenReady(): Promise<void>
  quit(): void
  exit(code?: number): void
  on(
    event: 'second-instance',
    listener: (event: E.Event, argv: string[], cwd: string, told: unknown) => void,
  ): unknown
  on(event: 'open-url', listener: (event: E.Event, url: string) => void): unknown
  on(event: 'activate', listener: () => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  on(event: 'before-quit', listener: (event: E.Event) => void): unknown
  on(event: 'will-quit', listener: (event: E.Event) => void): unknown
  on(
    event: 'web-contents-created',
    listener: (event: E.Event, webContents: ShellWebContents) => void,
  ): unknown
}

export interface ShellPowerMonitor {
  getSystemIdleTime(): number
  on(
    event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown',
    listener: () => void,
  ): unknown
}

export interface ShellDialog {
  showMessageBox(options: E.MessageBoxOptions): Promise<{ response: number }>
  showMessageBox(parent: E.BaseWindow, options: E.MessageBoxOptions): Promise<{ response: number }>
  showErrorBox(title: string, content: string): void
  showSaveDialog(options: E.SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>
  showSaveDialog(
    parent: E.BaseWindow,
    options: E.SaveDialogOptions,
  ): Promise<{ canceled: boolean; filePath: string }>
}

export type ShellRequest = Pick<E.ProtocolRequest, 'method' | 'url'>
export type ShellResponse = { statusCode: number; data: Buffer; headers: Record<string, string> }

export interface ElectronApi {
  readonly app: ShellApp
  readonly BrowserWindow: {
    new (options: E.BrowserWindowConstructorOptions): ShellWindow
    getAllWindows(): ShellWindow[]
  }
  readonly Tray: new (file: string) => ShellTray
  readonly Menu: {
    buildFromTemplate(template: E.MenuItemConstructorOptions[]): ShellMenu
    setApplicationMenu(menu: ShellMenu | null): void
  }
  readonly Notification: {
    new (options: { title: string; body: string }): ShellNotification
    isSupported(): boolean
  }
  readonly ipcMain: {
    handle(channel: string, listener: (event: ShellInvokeEvent, ...args: unknown[]) => Promise<unknown>): void
  }
  readonly protocol: {
    registerSchemesAsPrivileged(schemes: E.CustomScheme[]): void
    registerBufferProtocol(
      scheme: string,
      handler: (request: ShellRequest, respond: (response: ShellResponse) => void) => void,
    ): void
  }
  readonly session: { readonly defaultSession: ShellSession }
  readonly shell: {
    openExternal(url: string): Promise<void>
    openPath(path: string): Promise<string>
    showItemInFolder(path: string): void
  }
  readonly dialog: ShellDialog
  readonly globalShortcut: {
    register(accelerator: string, run: () => void): boolean
    unregisterAll(): void
  }
  readonly powerMonitor: ShellPowerMonitor
  readonly screen: {
    getAllDisplays(): E.Display[]
    getDisplayNearestPoint(point: E.Point): E.Display
    getCursorScreenPoint(): E.Point
  }
  readonly nativeImage: { createFromPath(file: string): E.NativeImage }
  readonly nativeTheme: { themeSource: 'system' | 'light' | 'dark'; readonly shouldUseDarkColors: boolean }
}
