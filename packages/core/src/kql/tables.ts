import type { Engine } from '../sources/source.ts'
import { logAnalytics, type TableColumn } from './log-analytics-tables.ts'

const resources: readonly TableColumn[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'type', type: 'string' },
  { name: 'tenantId', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'location', type: 'string' },
  { name: 'resourceGroup', type: 'string' },
  { name: 'subscriptionId', type: 'string' },
  { name: 'managedBy', type: 'string' },
  { name: 'sku', type: 'dynamic' },
  { name: 'plan', type: 'dynamic' },
  { name: 'properties', type: 'dynamic' },
  { name: 'tags', type: 'dynamic' },
  { name: 'identity', type: 'dynamic' },
  { name: 'zones', type: 'dynamic' },
  { name: 'extendedLocation', type: 'dynamic' },
]

/** The tables of the two stores with their columns; every table of Resource Graph has the same ones. */
export const tables: Readonly<Record<Engine, Readonly<Record<string, readonly TableColumn[]>>>> = {
  'resource-graph': {
    resources,
    resourcecontainers: resources,
    patchassessmentresources: resources,
    patchinstallationresources: resources,
    maintenanceresources: resources,
  },
  'log-analytics': logAnalytics,
}
