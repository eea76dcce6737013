import { readFileSync } from 'node:fs'
import { catalog, tools } from '../packages/core/src/index.ts'
import { main } from '../packages/cli/src/main.ts'
import { mcpParts } from './mcp-parts.ts'

/** The text with what stands between each pair of markers made anew. */
export async function regenerated(text: string): Promise<string> {
  const marked = /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- \/generated -->)/g
  const parts = await Promise.all([...text.matchAll(marked)].map(([, , what = '']) => part(what)))
  return text.replace(marked, (_, start: string, _what: string, end: string) => `${start}${parts.shift()}\n${end}`)
}

async function part(what: string): Promise<string> {
  if (what === 'analyses') return analysesTable()
  const ofMcp = mcpParts[what]
  if (ofMcp) return ofMcp()
  if (what.startsWith('file '))
    return fenced('ts', readFileSync(new URL(`../${what.slice('file '.length)}`, import.meta.url), 'utf8'))
  return fenced('console', `$ ${what}\n${await output(what)}`)
}

function analysesTable(): string {
  const toolOf = new Map(tools().map(({ analysis, name }) => [analysis, name]))
  const rows = catalog.map((analysis) => {
    const { id, description, views } = analysis
    const [sentence = ''] = description.split('. Use this when')
    const names = `| \`${id}\` | \`${toolOf.get(analysis)}\` | ${inTemplate[id] ?? ''} |`
    return `${names} ${sentence}. | ${Object.keys(views).join(', ')} |`
  })
  return ['| command | MCP tool | in the template | what it does | views |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
}

/** What the Python template that asked these questions first calls them. */
const inTemplate: Readonly<Record<string, string>> = {
  'server-metadata': 'GetServerMetadata',
  'sql-metadata': 'GetSqlMetadata',
  'patching-level': 'GetPatchingLevel',
  'sql-best-practices': 'GetSqlBpAssessment',
  'windows-best-practices': 'GetWinBpAssessment',
  'software-inventory': 'GetSwConfig',
  'software-changes': 'GetSwChangesList',
  anomalies: 'GetAnomalies',
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

/** What a command line writes to stdout on a terminal-less screen of 120 columns. */
async function output(command: string): Promise<string> {
  const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(2)
  const written: string[] = []
  const stdout = { write: (text: string) => written.push(text), columns: 120 }
  const stderr = { write: () => true }
  const status = await main(argv, { stdout, stderr, env: { COLUMNS: '120', NO_COLOR: '1' } })
  if (status !== 0) throw new Error(`'${command}' ended with ${status}`)
  return written.join('').replaceAll(/ +$/gm, '')
}
