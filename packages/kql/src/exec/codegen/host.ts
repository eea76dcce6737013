/** A generated loop: the constants that it captured, the rows that go in, the rows that come out. */
export type Loop = (constants: readonly unknown[], rows: readonly (readonly unknown[])[]) => (readonly unknown[])[]

const most = 256
const loops = new Map<string, Loop>()

// Content security policies and `--disallow-code-generation-from-strings` forbid it.
const allowed = (): boolean => {
  try {
    return compile('return []') !== undefined
  } catch {
    return false
  }
}

const compile = (body: string): Loop => new Function('constants', 'rows', body) as Loop

/** Whether this host allows code that is made at run time. */
export const mayGenerate: boolean = allowed()

/** The loop of a body. Equal bodies share one loop, which the runtime has then already optimised; the oldest are forgotten. */
export function loopOf(body: string): Loop {
  const loop = loops.get(body) ?? compile(body)
  loops.delete(body)
  loops.set(body, loop)
  const [oldest] = loops.keys()
  if (loops.size > most && oldest !== undefined) loops.delete(oldest)
  return loop
}
