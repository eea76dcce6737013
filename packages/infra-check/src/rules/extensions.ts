import type { Finding } from '../finding.ts'
import type { FileRule } from '../project.ts'

const config = 'infra/bicepconfig.json'

/** Extensions that are used are declared in bicepconfig.json, with the host spelled out, and the other way round. */
export const extensions: FileRule = ({ bicep, texts }) => {
  const { extensions: declared = {} } = JSON.parse(texts.get(config) ?? '{}') as {
    readonly extensions?: Readonly<Record<string, string>>
  }
  const used = new Map([...bicep.values()].flatMap((file) => file.extensions.map((name) => [name, file.path] as const)))
  const finding = (file: string, message: string): Finding => ({ rule: 'extensions', file, line: 1, message })
  return [
    ...[...used]
      .filter(([name]) => !(name in declared))
      .map(([name, file]) => finding(file, `${config} does not declare '${name}'`)),
    ...Object.keys(declared)
      .filter((name) => !used.has(name))
      .map((name) => finding(config, `'${name}' is not used`)),
    ...Object.entries(declared)
      .filter(([, source]) => !/^br:[\w.-]+\/[\w./-]+:\d+\.\d+\.\d+$/.test(source))
      .map(([name]) => finding(config, `'${name}' must be 'br:<host>/<path>:<version>'`)),
  ]
}
