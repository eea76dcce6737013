import { parse } from 'yaml'
import { textAt } from '../deploy/pick.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule, FileRule, Project } from '../project.ts'

const path = 'azure.yaml'

interface AzureYaml {
  readonly services?: Readonly<Record<string, { readonly host?: string; readonly remoteBuild?: boolean }>>
  readonly hooks?: Readonly<Record<string, Readonly<Record<string, { readonly run?: string }>>>>
}

const read = ({ texts }: Project): AzureYaml => parse(texts.get(path) ?? '') as AzureYaml

const finding = (message: string): Finding => ({ rule: 'azure-yaml', file: path, line: 1, message })

/** When azd runs a hook: it passes over those with another name. */
const moments = /^(pre|post)(build|deploy|down|package|provision|publish|restore|up)$/

/** Services are functions that are packaged here, and hooks run scripts that exist, on every system. */
export const azureYaml: FileRule = (project) => {
  const { services = {}, hooks = {} } = read(project)
  const scripts = Object.entries(hooks).flatMap(([name, systems]) =>
    ['posix', 'windows'].map((system) => ({
      name,
      system,
      script: /^node (\S+)$/.exec(systems[system]?.run ?? '')?.[1],
    })),
  )
  return [
    ...Object.entries(services)
      .filter(([, { host, remoteBuild }]) => host !== 'function' || remoteBuild !== false)
      .map(([name]) => finding(`the service '${name}' must be a function that is not built remotely`)),
    ...Object.keys(hooks)
      .filter((name) => !moments.test(name))
      .map((name) => finding(`azd runs no hook at '${name}'`)),
    ...scripts
      .filter(({ script = '' }) => !project.texts.has(script))
      .map(({ name, system }) => finding(`the hook ${name} runs no script that exists, on ${system}`)),
  ]
}

/** Every service has one resource that is tagged with its name, and the other way round. */
export const serviceTags: DeploymentRule = (project) => {
  const services = Object.keys(read(project).services ?? {})
  return ({ deployment }) => {
    const tagged = deployment.resources.map(({ body }) => textAt(body, 'tags.azd-service-name')).filter(Boolean)
    return [
      ...services
        .filter((name) => tagged.filter((tag) => tag === name).length !== 1)
        .map((name) => finding(`the service '${name}' needs one resource that is tagged azd-service-name`)),
      ...tagged
        .filter((name) => !services.includes(name))
        .map((name) => finding(`there is no service '${name}', which a resource is tagged with`)),
    ]
  }
}
