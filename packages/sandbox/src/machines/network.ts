import type { Os } from '../catalog/os.ts'
import type { Model } from '../catalog/hardware.ts'
import type { Random } from '../random.ts'
import type { Role } from '../roster/entry.ts'
import type { Site } from '../sites.ts'

/** A network interface with its addresses. */
export interface NetworkInterface {
  readonly name: string
  readonly mac: string
  readonly addresses: readonly Address[]
}

/** An IP address and the prefix of its subnet. */
export interface Address {
  readonly address: string
  readonly version: 'IPv4' | 'IPv6'
  readonly prefix: string
}

/** The interfaces of a machine; edge boxes also show those of Docker and of their VPN. */
export function interfaces(
  { site, os, role, model, index }: { site: Site; os: Os; role: Role; model: Model; index: number },
  draw: Random,
): readonly NetworkInterface[] {
  const subnet = `${site.network}.${10 + Math.floor(index / 240)}`
  const isVMware = model.manufacturer.startsWith('VMware')
  const vendor = isVMware ? '00:50:56' : '00:15:5d'
  const mac = [vendor, draw.hex(2), draw.hex(2), draw.hex(2)].join(':')
  const main = {
    name: os.family === 'windows' ? 'Ethernet0' : 'ens192',
    mac,
    addresses: [
      ipv4(`${subnet}.${10 + (index % 240)}`, `${subnet}.0/24`),
      ipv6(
        `fe80::${isVMware ? '250:56ff' : '215:5dff'}:fe${mac.slice(9, 11)}:${mac.slice(12, 14)}${mac.slice(15)}`,
        'fe80::/64',
      ),
    ],
  }
  return role === 'edge' ? [main, docker, vpn(draw)] : [main]
}

const docker: NetworkInterface = {
  name: 'docker0',
  mac: '02:42:9c:1d:5e:70',
  addresses: [ipv4('172.17.0.1', '172.17.0.0/16')],
}

function vpn(draw: Random): NetworkInterface {
  const v4 = `100.64.${draw.int(1, 250)}.${draw.int(1, 250)}`
  const v6 = `fd7a:115c:a1e0::${draw.hex(4)}:${draw.hex(4)}`
  return { name: 'tailscale0', mac: '', addresses: [ipv4(v4, `${v4}/32`), ipv6(v6, `${v6}/128`)] }
}

function ipv4(address: string, prefix: string): Address {
  return { address, version: 'IPv4', prefix }
}

function ipv6(address: string, prefix: string): Address {
  return { address, version: 'IPv6', prefix }
}
