// What the thin layers use of frameworks that are not installed here. Applications see the frameworks' own types.
declare module 'react' {
  export type ReactNode = unknown
  export interface Context<Value> {
    readonly Provider: unknown
    readonly '~value'?: Value
  }
  export function createContext<Value>(value: Value): Context<Value>
  export function createElement(type: unknown, props: object | null, ...children: unknown[]): ReactNode
  export function useContext<Value>(context: Context<Value>): Value
  // biome-ignore lint/suspicious/noConfusingVoidType: as React has it.
  export function useEffect(effect: () => void | (() => void), dependencies: readonly unknown[]): void
  export function useMemo<Value>(make: () => Value, dependencies: readonly unknown[]): Value
  export function useRef<Value>(value: Value): { current: Value }
  export function useState<Value>(value: Value): [Value, (value: Value) => void]
  export function useSyncExternalStore<Value>(
    subscribe: (onChange: () => void) => () => void,
    read: () => Value,
    readOnServer: () => Value,
  ): Value
}

declare module 'vue' {
  export interface App {
    provide(key: symbol, value: unknown): App
    onUnmount(clean: () => void): void
  }
  export interface Ref<Value> {
    value: Value
  }
  export type ComponentOptions = object
  export interface DefineComponent<Props> {
    new (): { $props: Props }
  }
  export function defineComponent<Props>(
    setup: (
      props: Props,
      context: { readonly slots: Readonly<Record<string, (() => unknown) | undefined>> },
    ) => () => unknown,
    options: { readonly name: string; readonly props: readonly string[] },
  ): DefineComponent<Props>
  export function h(type: string, props: object, children: unknown): unknown
  export function inject<Value>(key: symbol): Value | undefined
  export function onBeforeUnmount(clean: () => void): void
  export function onMounted(then: () => void): void
  export function shallowRef<Value>(value: Value): Ref<Value>
}
