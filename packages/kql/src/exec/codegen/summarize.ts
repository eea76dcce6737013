import type { Step } from '../../plan/plan.ts'
import { accumulatorMakers } from '../aggregation.ts'
import type { Context } from '../context.ts'
import { keySpace } from '../keys.ts'
import { columnsIn } from '../used-slots.ts'
import type { Code } from './code.ts'
import type { Ending } from './endings.ts'
import { inlineAggregate } from './inline-aggregates.ts'
import { writeKey } from './key.ts'

/** Ends a loop with groups: each an object with its keys and the fields of its aggregates. */
export function summarizeEnding(
  { keys, aggregates }: Extract<Step, { verb: 'summarize' }>,
  code: Code,
  context: Context,
): Ending {
  const makers = accumulatorMakers(aggregates, context)
  const inline = aggregates.map((aggregate, index) =>
    inlineAggregate(aggregate, { field: `group.f${index}`, maker: code.capture(makers[index]) }),
  )
  const fields = inline.flatMap(({ begin }, index) =>
    begin.map((value, part) => `f${index}${String.fromCharCode(97 + part)}: ${value}`),
  )
  const results = (): string =>
    [...keys.map((_, index) => `group.k${index}`), ...inline.flatMap(({ finish }) => finish())].join()
  const used = columnsIn([keys, aggregates])
  if (keys.length === 0) {
    code.before(`const group = { ${fields.join()} }`)
    return {
      used,
      write: (write) => inline.forEach(({ step }) => step(write)),
      finish: () => `return [[${results()}]]`,
    }
  }
  const space = keySpace(keys.length)
  code.before('const groups = new Map()')
  return {
    used,
    write(write) {
      const key = writeKey(keys, write, space)
      const cells = key.cells.map((cell, index) => `k${index}: ${cell.code}`)
      code.line(`let group = groups.get(${key.code})`)
      code.line(`if (group === undefined) groups.set(${key.code}, group = { ${[...cells, ...fields].join()} })`)
      for (const { step } of inline) step(write)
    },
    finish: () => `const out = []
for (const group of groups.values()) out.push([${results()}])
return out`,
  }
}
