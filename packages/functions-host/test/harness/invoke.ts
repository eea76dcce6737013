import { randomUUID } from 'node:crypto'
import type { Data, FunctionsCore, Registered } from './functions-core.ts'

export interface Inputs {
  /** Of the trigger. */
  readonly data: Data
  readonly triggerMetadata?: Readonly<Record<string, Data>>
  readonly invocationId?: string
  readonly traceparent?: string
}

export type InvocationLog = (level: string, category: string, message: string, invocationId: string) => void

/** Calls a function of the app in the steps of the official worker. Throws what the function throws. */
export async function invoke(
  core: FunctionsCore,
  { bindings, callback, id, name }: Registered,
  { data, invocationId = randomUUID(), traceparent, triggerMetadata = {} }: Inputs,
  log: InvocationLog,
): Promise<Data | null | undefined> {
  const [trigger] = Object.entries(bindings).find(([, { type }]) => /trigger$/i.test(type)) ?? []
  if (trigger === undefined) throw new Error(`${name} has no trigger`)
  const call = {
    invocationId,
    metadata: { name, bindings },
    request: {
      invocationId,
      functionId: id,
      inputData: [{ name: trigger, data }],
      triggerMetadata,
      traceContext: { traceParent: traceparent },
    },
    state: undefined as string | undefined,
    log: (level: string, category: string, message: string) => log(level, category, message, invocationId),
  }
  const model = core.model.getInvocationModel(call)
  const { context, inputs } = await model.getArguments()
  const hookData = {}
  const before = { hookData, appHookData: {}, invocationContext: context, functionCallback: callback, inputs }
  call.state = 'preInvocationHooks'
  for (const hook of core.hooks.get('preInvocation') ?? []) await hook(before)
  call.state = 'invocation'
  const ended = await model.invokeFunction(context, before.inputs, before.functionCallback).then(
    (result) => ({ result, error: null }),
    (error: unknown) => ({ result: null, error }),
  )
  const after = { hookData, appHookData: {}, invocationContext: context, inputs: before.inputs, ...ended }
  call.state = 'postInvocationHooks'
  for (const hook of core.hooks.get('postInvocation') ?? []) await hook(after)
  call.state = undefined
  if (after.error !== null) throw after.error
  return (await model.getResponse(context, after.result)).returnValue
}
