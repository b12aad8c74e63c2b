// What the application needs of a phone, as interfaces that Expo's modules satisfy.

/** `expo-web-browser` */
export interface WebBrowser {
  /** Opens the system's browser; resolves when it returns to the application, or is closed. */
  openAuthSessionAsync(
    url: string,
    redirectUrl: string,
  ): Promise<
    | { readonly type: 'success'; readonly url: string }
    | { readonly type: 'cancel' | 'dismiss' | 'locked' | 'opened' }
  >
}

/** `expo-secure-store` */
export interface SecureStore {
  getItemAsync(key: string): Promise<string | null>
  setItemAsync(key: string, value: string): Promise<void>
  deleteItemAsync(key: string): Promise<void>
}

export interface Phone {
  readonly webBrowser: WebBrowser
  readonly secureStore: SecureStore
}
