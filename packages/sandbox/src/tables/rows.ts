import { tenantId } from '../estate.ts'

/** One row of a Resource Graph table: its columns, and what a resource has of them. */
export type ResourceRow = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly tenantId: string
  readonly kind: string
  readonly location: string
  readonly resourceGroup: string
  readonly subscriptionId: string
  readonly managedBy: string
  readonly sku: unknown
  readonly plan: unknown
  readonly properties: unknown
  readonly tags: unknown
  readonly identity: unknown
  readonly zones: unknown
  readonly extendedLocation: unknown
}

type Given = Pick<ResourceRow, 'id' | 'name' | 'type' | 'subscriptionId'> & Partial<ResourceRow>

/** A row as Resource Graph stores it: `type` and `resourceGroup` in lower case, empty text and null where there is nothing. */
export const row = (given: Given): ResourceRow => ({
  kind: '',
  location: '',
  managedBy: '',
  sku: null,
  plan: null,
  properties: null,
  tags: null,
  identity: null,
  zones: null,
  extendedLocation: null,
  ...given,
  tenantId,
  type: given.type.toLowerCase(),
  resourceGroup: given.resourceGroup?.toLowerCase() ?? '',
})

/** Where the resources of a machine are kept. */
export const placeOf = (machine: {
  subscriptionId: string
  resourceGroup: string
  site: { region: string }
}): Pick<ResourceRow, 'subscriptionId' | 'resourceGroup' | 'location'> => ({
  subscriptionId: machine.subscriptionId,
  resourceGroup: machine.resourceGroup,
  location: machine.site.region,
})
