import type { BicepFile } from './bicep/declarations.ts'
import type { Deployment } from './deploy/deployment.ts'
import type { Bag } from './deploy/value.ts'
import type { Finding } from './finding.ts'

/** The files that are checked: their texts by path from the root of the repository, and what the Bicep ones declare. */
export interface Project {
  readonly texts: ReadonlyMap<string, string>
  readonly bicep: ReadonlyMap<string, BicepFile>
  readonly main: BicepFile
}

/** A deployment and the parameters that it was made with. */
export interface Combination {
  readonly parameters: Bag
  readonly deployment: Deployment
}

/** Looks at the files as they are written. */
export type FileRule = (project: Project) => readonly Finding[]

/** Looks at what would be sent to Azure, after one look at the files. */
export type DeploymentRule = (project: Project) => (combination: Combination) => readonly Finding[]

export const mainPath = 'infra/main.bicep'
