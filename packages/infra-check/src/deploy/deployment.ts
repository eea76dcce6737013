import type { BicepFile } from '../bicep/declarations.ts'
import { deployFile } from './file.ts'
import type { Bag, DeployedResource, Place } from './value.ts'

/** The files that a deployment is made of, by path. */
export interface Tree {
  readonly bicep: ReadonlyMap<string, BicepFile>
  readonly texts: ReadonlyMap<string, string>
}

/** What a file would send with certain parameters, and its modules with it. */
export interface Deployment {
  readonly resources: readonly DeployedResource[]
  readonly outputs: Bag
  /** Properties that are read off resources. */
  readonly reads: readonly Read[]
}

export interface Read {
  readonly of: DeployedResource
  readonly path: readonly string[]
  readonly file: string
  readonly line: number
}

/** Follows a file with its parameters to where it is deployed. Throws Fault and Refused. */
export type Deploy = (path: string, parameters: Bag, place?: Place) => Deployment

/** Follows files of a tree; what was followed once with the same parameters is remembered. */
export function deployer(tree: Tree): Deploy {
  const known = new Map<string, Deployment>()
  const deploy: Deploy = (path, parameters, place = subscription) => {
    const key = JSON.stringify([path, parameters, place])
    const deployment = known.get(key) ?? deployFile(tree, deploy, path, parameters, place)
    known.set(key, deployment)
    return deployment
  }
  return deploy
}

const subscription: Place = { kind: 'subscription', id: '/subscriptions/22222222-2222-2222-2222-222222222222' }
