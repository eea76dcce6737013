import { readFileSync, writeFileSync } from 'node:fs'
import { evaluate, KqlError, UnsupportedKql } from '../src/index.ts'
import { difference } from './compare.ts'
import { type Example, isInScope, readExamples } from './example.ts'

// Usage: node conformance/run.ts <examples.jsonl> [--record] [--verbose]; the file may also be named by KQL_EXAMPLES.

type Verdict = 'right' | 'wrong' | 'unsupported'

interface Result {
  readonly example: Example
  readonly verdict: Verdict
  readonly detail: string
}

const judge = (example: Example): Result => {
  try {
    const table = evaluate(example.query)
    const detail = difference(example, table)
    return detail === undefined
      ? { example, verdict: 'right', detail: '' }
      : { example, verdict: 'wrong', detail: `${detail}\n${JSON.stringify(table.rows)}` }
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const refused = error instanceof UnsupportedKql || error instanceof KqlError
    return { example, verdict: refused ? 'unsupported' : 'wrong', detail }
  }
}

const pageOf = ({ page }: Example): string =>
  page.replace(/^.*\//, '').replace(/(-(function|operator|aggregation-function))*\.md$/, '')

const tally = (results: readonly Result[]): Record<Verdict, number> => {
  const counts = { right: 0, wrong: 0, unsupported: 0 }
  for (const { verdict } of results) counts[verdict] += 1
  return counts
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

const file = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? process.env['KQL_EXAMPLES']
if (!file) throw new Error('name the file of examples as an argument or in KQL_EXAMPLES')

const results = readExamples(file).map(judge)
const verbose = process.argv.includes('--verbose')

for (const [page, own] of Map.groupBy(results, ({ example }) => pageOf(example))) {
  const { right, wrong, unsupported } = tally(own)
  print(`${page.padEnd(40)} right ${right}  wrong ${wrong}  unsupported ${unsupported}`)
}
for (const { example, verdict, detail } of results) {
  if (verdict === 'right' || (verdict === 'unsupported' && !verbose)) continue
  print(`\n${verdict}: ${example.id}\n${detail}`)
  if (verbose && verdict === 'wrong') print(`${example.query}\n${JSON.stringify(example.expected.rows)}`)
}

const totals = {
  all: tally(results),
  inScope: tally(results.filter(({ example }) => isInScope(example))),
}
print('')
for (const [scope, { right, wrong, unsupported }] of Object.entries(totals)) {
  const share = ((100 * right) / (right + wrong + unsupported)).toFixed(1)
  print(`${scope.padEnd(8)} right ${right} (${share} %)  wrong ${wrong}  unsupported ${unsupported}`)
}

const recordFile = new URL('recorded.json', import.meta.url)
if (process.argv.includes('--record')) writeFileSync(recordFile, `${JSON.stringify(totals, null, 2)}\n`)
const recorded: typeof totals = JSON.parse(readFileSync(recordFile, 'utf8'))
if (totals.all.right < recorded.all.right || totals.all.wrong > recorded.all.wrong) {
  print(`worse than recorded: right ${recorded.all.right}, wrong ${recorded.all.wrong}`)
  process.exitCode = 1
}
