import type { Engine } from '@infra-analysis/core'
import type { Checked } from '@infra-analysis/kql'

/** The store that has the tables of a query. Without any it is Log Analytics, since Resource Graph answers nothing that reads no table. */
export const engineFor = (checkFor: (engine: Engine) => Checked): Engine =>
  checkFor('resource-graph').tables.length > 0 ? 'resource-graph' : 'log-analytics'
