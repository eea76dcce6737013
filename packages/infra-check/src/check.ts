import { bicepFile } from './bicep/file.ts'
import { combinationsOf } from './deploy/combinations.ts'
import { type Deploy, deployer, type Deployment } from './deploy/deployment.ts'
import { Fault, Refused } from './deploy/fault.ts'
import type { Bag } from './deploy/value.ts'
import { type Finding, shown } from './finding.ts'
import { type DeploymentRule, type FileRule, mainPath, type Project } from './project.ts'
import { azureYaml, serviceTags } from './rules/azure-yaml.ts'
import { singleDemands } from './rules/demands.ts'
import { documented } from './rules/documented.ts'
import { existing } from './rules/existing.ts'
import { extensions } from './rules/extensions.ts'
import { gateway } from './rules/gateway.ts'
import { identityOnly } from './rules/identity-only.ts'
import { modules } from './rules/modules.ts'
import { names } from './rules/names.ts'
import { ownRoles } from './rules/own-roles.ts'
import { parametersFile } from './rules/parameters-file.ts'
import { namedValues, policies } from './rules/policies.ts'
import { readerByDefault, readsWhatIsAllowed, roleAssignments } from './rules/role-assignments.ts'
import { secrets } from './rules/secrets.ts'
import { signIn } from './rules/sign-in.ts'
import { storageNetwork } from './rules/storage-network.ts'
import { tags } from './rules/tags.ts'
import { resourceTypes } from './rules/types.ts'
import { signInByDefault, webhook } from './rules/webhook.ts'
import { words } from './rules/words.ts'

/** What a check found, and what it looked at. */
export interface Report {
  readonly findings: readonly Finding[]
  /** Combinations of parameters that were followed to the end, and that the template itself refuses. */
  readonly deployed: number
  readonly refused: number
}

const fileRules: readonly FileRule[] = [
  names,
  words,
  modules,
  documented,
  extensions,
  parametersFile,
  azureYaml,
  policies,
  secrets,
]

const deploymentRules: readonly DeploymentRule[] = [
  resourceTypes,
  singleDemands,
  storageNetwork,
  existing,
  identityOnly,
  webhook,
  signIn,
  gateway,
  roleAssignments,
  ownRoles,
  readsWhatIsAllowed,
  tags,
  namedValues,
  serviceTags,
]

/**
 * Checks the files, given by path. Deployments are followed only where the files hold together: all of them, or `untilFirst`
 * has something to find.
 */
export function check(texts: ReadonlyMap<string, string>, { untilFirst = false } = {}): Report {
  const read = [...texts].filter(([path]) => path.endsWith('.bicep')).map(([path, text]) => bicepFile(path, text))
  const bicep = new Map(read.map(({ file }) => [file.path, file]))
  const main = bicep.get(mainPath)
  const inSyntax = read.flatMap(({ faults }) => faults)
  if (!main) return report([{ rule: 'syntax', file: mainPath, line: 1, message: 'the file does not exist' }])
  if (inSyntax.length > 0) return report(inSyntax)
  const project = { texts, bicep, main }
  const inFiles = fileRules.flatMap((rule) => rule(project))
  return inFiles.length > 0 ? report(inFiles) : deploymentsOf(project, untilFirst)
}

function deploymentsOf(project: Project, untilFirst: boolean): Report {
  const deploy = deployer(project)
  const rules = deploymentRules.map((rule) => rule(project))
  const findings = new Map<string, Finding>()
  let deployed = 0
  let refused = 0
  for (const [at, parameters] of combinationsOf(project.main).entries()) {
    const outcome = attempt(deploy, parameters)
    if (outcome === 'refused') refused++
    else if ('fault' in outcome) findings.set(shown(outcome.fault), outcome.fault)
    else {
      deployed++
      const combination = { parameters, deployment: outcome }
      const found = rules.flatMap((rule) => rule(combination))
      // the first combination is a first deployment: everything by default
      const byDefault = at === 0 ? [...signInByDefault(combination), ...readerByDefault(combination)] : []
      for (const finding of [...found, ...byDefault]) findings.set(shown(finding), finding)
    }
    if (untilFirst && findings.size > 0) break
  }
  return report([...findings.values()], deployed, refused)
}

function attempt(deploy: Deploy, parameters: Bag): Deployment | { readonly fault: Finding } | 'refused' {
  try {
    return deploy(mainPath, parameters)
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    if (!(error instanceof Fault)) throw error
    return { fault: { rule: 'evaluation', file: error.file, line: error.line, message: error.message } }
  }
}

const report = (findings: readonly Finding[], deployed = 0, refused = 0): Report => ({ findings, deployed, refused })
