import { SaxesParser } from 'saxes'
import { deployedOf } from '../deploy/pick.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule, FileRule } from '../project.ts'

const policiesOf = (texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...texts].filter(([path]) => path.endsWith('.xml'))

/** Policies are well-formed XML and leave the body of a response alone, because reading it ends streaming. */
export const policies: FileRule = ({ texts }) =>
  policiesOf(texts).flatMap(([file, text]): readonly Finding[] => [
    ...malformed(text).map(({ line, message }) => finding(file, line, message)),
    ...text
      .split('\n')
      .flatMap((line, at) =>
        line.includes('context.Response.Body')
          ? [finding(file, at + 1, 'reading the body of a response breaks streaming')]
          : [],
      ),
  ])

function malformed(text: string): readonly { readonly line: number; readonly message: string }[] {
  const parser = new SaxesParser({ position: true })
  const faults: { line: number; message: string }[] = []
  parser.on('error', ({ message }) => faults.push({ line: parser.line, message: message.replace(/^[\d:]+ /, '') }))
  parser.write(text).close()
  return faults.slice(0, 1)
}

const finding = (file: string, line: number, message: string): Finding => ({ rule: 'policies', file, line, message })

/** A named value that a policy uses is deployed beside it, and the other way round. */
export const namedValues: DeploymentRule = ({ texts }) => {
  const used = policiesOf(texts).flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        [...line.matchAll(/\{\{([\w-]+)\}\}/g)].map(([, name = '']) => ({ file, line: at + 1, name })),
      ),
  )
  return ({ deployment: { resources } }) => {
    if (deployedOf(resources, 'Microsoft.ApiManagement/service').length === 0) return []
    const values = deployedOf(resources, 'Microsoft.ApiManagement/service/namedValues')
    return [
      ...used
        .filter(({ name }) => !values.some((value) => value.name === name))
        .map(({ file, line, name }) => finding(file, line, `the named value '${name}' is not deployed`)),
      ...values
        .filter((value) => !used.some(({ name }) => value.name === name))
        .map(({ file, line, name }) => finding(file, line, `no policy uses the named value '${name}'`)),
    ]
  }
}
