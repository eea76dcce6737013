import { randomUUID } from 'node:crypto'
import Module from 'node:module'

/** What is used of a binding. */
export interface Binding {
  readonly type: string
  readonly direction: 'in' | 'out'
  readonly route?: string
  readonly [member: string]: unknown
}

type Callback = (...args: readonly unknown[]) => unknown

/** A function that the app has registered. */
export interface Registered {
  readonly id: string
  readonly name: string
  readonly bindings: Readonly<Record<string, Binding>>
  readonly callback: Callback
}

export type Hook = (context: Record<string, unknown>) => unknown
export type HookName = 'preInvocation' | 'postInvocation' | 'appStart' | 'appTerminate' | 'log'

/** What the library hands over while it loads. */
export interface ProgrammingModel {
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>
  getInvocationModel(call: object): InvocationModel
}

export interface InvocationModel {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>
  invokeFunction(context: object, inputs: unknown[], callback: unknown): Promise<unknown>
  getResponse(context: object, result: unknown): Promise<{ returnValue?: Data | null }>
}

/** A value on its way between host and worker. */
export interface Data {
  readonly string?: string
  readonly json?: string
  readonly bytes?: Uint8Array
  readonly http?: {
    readonly statusCode?: string
    readonly headers?: Record<string, string>
    readonly body?: Data | null
  }
}

export type LogSink = (level: string, category: string, message: string) => void

/** The worker's side of the library: the one module that a worker adds to Node. */
export interface FunctionsCore {
  readonly functions: ReadonlyMap<string, Registered>
  readonly hooks: ReadonlyMap<HookName, readonly Hook[]>
  readonly capabilities: Readonly<Record<string, string>>
  readonly model: ProgrammingModel
  /** Ends registration, as the worker does when the app's files are loaded. */
  start(): Promise<void>
}

/** Puts a stand-in of `@azure/functions-core` where the app's `require` finds it. */
export function provideFunctionsCore(log: LogSink): FunctionsCore {
  const functions = new Map<string, Registered>()
  const hooks = new Map<HookName, Hook[]>()
  let model: ProgrammingModel | undefined
  let capabilities: Record<string, string> = {}
  let isLocked = false
  const disposable = { dispose: () => undefined }
  const api = {
    version: '3.9.1',
    hostVersion: '4.1040.300',
    setProgrammingModel: (given: ProgrammingModel) => void (model = given),
    getProgrammingModel: () => model,
    registerFunction({ name, bindings }: Pick<Registered, 'name' | 'bindings'>, callback: Callback) {
      if (isLocked) throw new Error('A function can only be registered during app startup.')
      const key = name.toLowerCase()
      if (functions.has(key)) throw new Error(`A function with name "${name}" has already been registered.`)
      functions.set(key, { id: randomUUID(), name, bindings, callback })
      return disposable
    },
    registerHook(name: HookName, hook: Hook) {
      hooks.set(name, [...(hooks.get(name) ?? []), hook])
      return disposable
    },
    log,
  }
  // the official worker injects the module here, too
  const load = Reflect.get(Module, '_load') as (request: string, ...rest: unknown[]) => unknown
  const loadOrProvide: typeof load = (request, ...rest) =>
    request === '@azure/functions-core' ? api : load(request, ...rest)
  Reflect.set(Module, '_load', loadOrProvide)
  return {
    functions,
    hooks,
    get capabilities() {
      return capabilities
    },
    get model() {
      if (!model) throw new Error('The app has registered nothing')
      return model
    },
    async start() {
      for (const hook of hooks.get('appStart') ?? []) await hook({ hookData: {}, appHookData: {} })
      isLocked = true
      capabilities = (await model?.getCapabilities({})) ?? {}
    },
  }
}
