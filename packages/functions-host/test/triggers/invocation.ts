import { InvocationContext } from '@azure/functions'

/** An invocation of a function under a known id, whose log goes nowhere. */
export const invocationOf = (invocationId = 'invocation-1'): InvocationContext =>
  new InvocationContext({ invocationId, functionName: 'test', logHandler: () => undefined })
