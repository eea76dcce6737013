import type { Plan } from '@infra-analysis/kql'

type Pipeline = Plan['pipeline']
type Step = Pipeline['steps'][number]
type Expression = Extract<Step, { verb: 'where' }>['predicate']

/**
 * Whether a query makes one row of each row and leaves their order by id as it is, so that a part of the rows gives the same part of the
 * answer.
 */
export function keepsRows({ source, steps }: Pipeline): boolean {
  if (source.kind !== 'table') return false
  let ids: readonly number[] = [source.columns.findIndex(({ name }) => name === 'id')]
  const isId = (value: Expression): boolean =>
    value.kind === 'column'
      ? ids.includes(value.slot)
      : value.kind === 'call' && value.name === 'tolower' && value.args.every(isId)
  return steps.every((step) => {
    if (step.verb === 'sort')
      return step.keys.length === 1 && step.keys.every((key) => !key.descending && isId(key.value))
    if (step.verb !== 'project' && step.verb !== 'extend') return false
    const copied = step.cells.filter(({ value }) => isId(value)).flatMap(({ targets }) => targets)
    const replaced = new Set(step.cells.flatMap(({ targets }) => targets))
    ids = [...copied, ...(step.verb === 'extend' ? ids.filter((slot) => !replaced.has(slot)) : [])]
    return true
  })
}
