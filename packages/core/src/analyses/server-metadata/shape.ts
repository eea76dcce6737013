import { z } from 'zod'
import type { Facts } from '../../facts.ts'
import { supportOf } from '../../lifecycle.ts'
import type { Server, StoredServer } from './row.ts'

const interfaces = z.array(
  z.object({
    ipAddresses: z
      .array(z.object({ address: z.string(), subnet: z.object({ addressPrefix: z.string() }).optional() }))
      .catch([]),
  }),
)
const disks = z.array(
  z.object({
    path: z.string().catch(''),
    diskType: z.string().catch('Fixed'),
    maxSizeInBytes: z.coerce.number(),
    usedSpaceInBytes: z.coerce.number().nullable().catch(null),
  }),
)
const texts = z.array(z.string()).catch([])

/** A server's row: addresses and disks flattened, support added. */
export function shapeServer(stored: StoredServer, { asOf }: Facts): Server {
  const { networkInterfaces, azureAddresses, azureSubnets, failedExtensions, ...rest } = stored
  const { support, endsOn } = supportOf(rest.osName, asOf)
  const found = interfaces
    .catch([])
    .parse(networkInterfaces)
    .flatMap((one) => one.ipAddresses)
  const [inner, outer] = [found.filter(isInternal), found.filter((address) => !isInternal(address))]
  return {
    ...rest,
    support,
    supportEndsOn: endsOn ?? '',
    ipAddresses: unique([...outer.map(({ address }) => address), ...texts.parse(azureAddresses)]),
    subnets: unique([...outer.map(prefixOf), ...texts.parse(azureSubnets).map(subnetName)]),
    internalIpAddresses: unique(inner.map(({ address }) => address)),
    disks: disks
      .catch([])
      .parse(stored.disks)
      .filter(({ diskType }) => diskType === 'Fixed')
      .map(shapeDisk),
    failedExtensions: texts.parse(failedExtensions),
  }
}

interface Address {
  readonly address: string
  readonly subnet?: { readonly addressPrefix: string } | undefined
}

const prefixOf = ({ subnet }: Address): string => subnet?.addressPrefix ?? ''

/** Loopback, link-local, the usual container bridges, and single-address prefixes of tunnels. */
const isInternal = ({ address, subnet }: Address): boolean =>
  /^(127\.|169\.254\.|172\.1[789]\.0\.|::1$|fe80:)/i.test(address) || /\/(32|128)$/.test(subnet?.addressPrefix ?? '')

/** `network/subnet` from a subnet's ARM id. */
const subnetName = (id: string): string => {
  const parts = id.split('/')
  return `${parts.at(-3)}/${parts.at(-1)}`
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '')

const gibibyte = 1024 ** 3
const oneDecimal = (value: number): number => Math.round(value * 10) / 10

const shapeDisk = ({
  path,
  maxSizeInBytes,
  usedSpaceInBytes,
}: z.output<typeof disks>[number]): Server['disks'][number] => ({
  path,
  sizeGiB: oneDecimal(maxSizeInBytes / gibibyte),
  usedPercent:
    usedSpaceInBytes === null || maxSizeInBytes <= 0 ? null : oneDecimal((100 * usedSpaceInBytes) / maxSizeInBytes),
})
