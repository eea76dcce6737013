import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { castTo } from '../cast.ts'
import { lower } from '../expressions.ts'
import { nothing } from '../literal.ts'
import { followedBy } from '../pipelines.ts'
import type { Scan } from '../plan.ts'
import { type Site, slotOf } from '../site.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

const outputs: ReadonlySet<string> = new Set(['all', 'last', 'none'])

function scanStep(node: SyntaxNode, site: Site, record: readonly Column[]): Scan['steps'][number] {
  const output = node.maybe('ScanStepOutput')?.part('OutputKind').text ?? 'all'
  if (!outputs.has(output)) throw new UnsupportedKql(`output=${output}`, node.at)
  const assignments = node.maybe('ComputationClause')?.list('Assignments') ?? []
  return {
    output: output as Scan['steps'][number]['output'],
    condition: lower(node.part('Condition'), site),
    assigned: assignments.map((assignment) => {
      const target = slotOf(record, assignment.part('Name').name)
      const value = lower(assignment.part('Expression'), site)
      return { target, value: castTo(value, record[target]?.type ?? value.type, assignment) }
    }),
  }
}

/** `scan`: the binder's `match_id` comes only when it is asked for. An expression reads the row at hand, and by a step's name the record that the step remembers. */
export const scan: VerbLowering = (operator, input, scope) => {
  const declared = (operator.maybe('DeclareClause')?.list('Declarations') ?? []).map((parameter) => {
    const { name, type } = parameter.part('NameAndType').part('Name')
    const value = parameter.maybe('DefaultValue')?.part('Value')
    return { name, type, cell: value ? castTo(lower(value, { scope, row: [] }), type, value) : nothing(type) }
  })
  const record = [...input.columns, ...declared.map(({ name, type }) => ({ name, type }))]
  const steps = operator.list('Steps')
  const remembered = steps.flatMap((step) =>
    record.map(({ name, type }) => ({ name: `${step.part('Name').name}.${name}`, type })),
  )
  const site: Site = { scope, row: [...input.columns, ...remembered] }
  const matchId = optionsOf(operator, ['with_match_id']).has('with_match_id')
  return followedBy(input, resultOf(operator).slice(0, record.length + Number(matchId)), {
    verb: 'scan',
    blank: [...input.columns.map(({ type }) => nothing(type)), ...declared.map(({ cell }) => cell)],
    steps: steps.map((step) => scanStep(step, site, record)),
    matchId,
  })
}
