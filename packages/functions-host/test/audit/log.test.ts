import func, { type PreInvocationContext } from '@azure/functions'
import { expect, test } from 'vitest'
import { logTo, withinInvocation } from '../../src/audit/log.ts'

/** An invocation of `work` behind the hook, and what its own log gets. */
async function invocation(id: string, work: () => Promise<void>): Promise<readonly unknown[]> {
  const logged: unknown[] = []
  const logHandler = (level: string, ...args: unknown[]) => void logged.push([level, ...args.map(parsed)])
  const invocationContext = new func.InvocationContext({ invocationId: id, functionName: 'mcp-x', logHandler })
  const hook = { invocationContext, functionHandler: work } as unknown as PreInvocationContext
  withinInvocation(hook)
  await hook.functionHandler(undefined, invocationContext)
  return logged
}

const parsed = (line: unknown): unknown => JSON.parse(String(line))
const pause = () => new Promise((resolve) => setImmediate(resolve))

test('a line goes to the invocation in which it was written, with its id and level', async () => {
  const outside: string[] = []
  const log = logTo((line) => outside.push(line))
  const [first, second] = await Promise.all([
    invocation('one', async () => {
      await pause()
      log.warn({ count: 1 }, 'hello')
    }),
    invocation('two', async () => log.error('broken')),
  ])
  const place = { functionName: 'mcp-x', time: expect.any(Number) }
  expect(first).toEqual([['warning', { level: 40, ...place, invocationId: 'one', count: 1, msg: 'hello' }]])
  expect(second).toEqual([['error', { level: 50, ...place, invocationId: 'two', msg: 'broken' }]])
  expect(outside).toEqual([])
})

test('outside of an invocation a line goes to the writer, and every text is redacted', () => {
  const outside: string[] = []
  logTo((line) => outside.push(line)).info({ url: 'https://x.example/?sig=abc' }, 'with password=hunter2')
  expect(outside.map(parsed)).toMatchObject([{ url: 'https://x.example/?[redacted]', msg: 'with password=[redacted]' }])
})
