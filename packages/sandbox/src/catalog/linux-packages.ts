import { linuxPatches } from './linux-patches.ts'
import type { Os } from './os.ts'
import type { Product } from './applications.ts'

const prefixes = ['python3', 'lib', 'perl', 'php8', 'golang', 'ruby', 'fonts', 'node', 'gir1.2', 'texlive', 'r-cran']
const stems = `
  acl apt audit avahi base boost cairo chardet click color compress config crypto daemon date dbus debug digest distro docker
  elf email encoding event expat fail2ban file filter format fuse geo git glib gpg graph http icu idna image ini ipmi iso json
  jwt kerberos keyring lang launch ldap link locale log lz4 magic mail mime module mount mqtt net netaddr ntp oauth object odbc
  pam parse path pci pipe pkg plot pool proc proxy psutil queue raw read redis regex route rpc sasl scan seccomp serial session
  shell six smart snmp socket sql ssh stat stream string svg syslog tar template term test text thread time tls token tree uri
  usb util uuid vector wheel xml yaml zip zone zstd
`.trim()

const known = new Map<string, readonly Product[]>()

/** The packages that a Linux release has: those with updates on offer first, more than 1,250 in all. */
export function linuxPackages(os: Os): readonly Product[] {
  const found = known.get(os.sku)
  if (found) return found
  const publisher = os.image.publisher === 'RedHat' ? 'Red Hat, Inc.' : 'Ubuntu Developers'
  const offered = linuxPatches(os).map(({ name }, index) => ({ name, publisher, version: older(os, index) }))
  const others = prefixes.flatMap((prefix, first) =>
    stems.split(/\s+/).map((stem, second) => ({
      name: `${prefix}-${stem}`,
      publisher,
      version: older(os, first * 150 + second),
    })),
  )
  const packages = [
    ...new Map([...offered, ...others].toReversed().map((product) => [product.name, product])).values(),
  ].toReversed()
  known.set(os.sku, packages)
  return packages
}

function older({ updates }: Os, index: number): string {
  const upstream = `${index % 7}.${(index * 13) % 23}.${(index * 7) % 17}`
  return updates === 'APT' ? `${upstream}-${index % 3}ubuntu${1 + (index % 4)}` : `${upstream}-${1 + (index % 60)}.el9`
}
