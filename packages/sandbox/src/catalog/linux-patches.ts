import { random, type Random } from '../random.ts'
import type { Os } from './os.ts'
import type { Patch } from './patch.ts'

const shared = `
  openssl openssh-server openssh-client curl wget sudo bash coreutils tar gzip xz-utils bzip2 rsync git git-man vim vim-common
  vim-runtime python3 python3-minimal python3-urllib3 python3-requests python3-jinja2 python3-cryptography python3-yaml perl
  perl-base systemd udev dbus policykit-1 cron chrony rsyslog logrotate gnupg gpgv ca-certificates tzdata busybox less nano
  tmux snmp snmpd open-vm-tools iproute2 iptables nftables dnsmasq-base bind9-host bind9-dnsutils tcpdump strace lsof docker-ce
  docker-ce-cli containerd.io nginx nginx-common apache2-utils postgresql-client cloud-init walinuxagent auditd apparmor
`
const libraries = `
  libssl3 libc6 libcurl4 libgnutls30 libexpat1 libxml2 libsqlite3-0 libpython3-stdlib libperl5 libsystemd0 libudev1 libdbus-1-3
  libkrb5-3 libgssapi-krb5-2 libldap2 libpam-modules libpam-runtime libtasn1-6 libnghttp2-14 libssh-4 libglib2.0-0 libtiff6
  libarchive13 liblzma5 libgcrypt20 libfreetype6 libcap2 libcups2 libpng16 libyaml-0-2 libmodule-scandeps-perl
`
const kernels: Record<Os['updates'], string> = {
  WU: '',
  APT: 'linux-image-generic linux-headers-generic linux-generic linux-tools-common linux-libc-dev',
  YUM: 'kernel kernel-core kernel-modules kernel-tools kernel-headers',
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const catalogs = new Map<string, readonly Patch[]>()

/** The package updates that a Linux release has on offer, kernel first; always the same ones. */
export function linuxPatches(os: Os): readonly Patch[] {
  const known = catalogs.get(os.sku)
  if (known) return known
  const names = [...words(kernels[os.updates]), ...words(shared), ...words(libraries), ...developmentPackages(os)]
  const patches = names.map((name) => packagePatch(os, name))
  catalogs.set(os.sku, patches)
  return patches
}

const developmentPackages = (os: Os): readonly string[] =>
  words(libraries).flatMap((name) => (os.updates === 'APT' ? [`${name}-dev`, `${name}-doc`] : [`${name}-devel`]))

function packagePatch(os: Os, name: string): Patch {
  const draw = random(0, 'package', os.sku, name)
  const isKernel = words(kernels[os.updates]).includes(name)
  const packageVersion = version(os, draw, isKernel)
  return {
    id: `${name}_${packageVersion}`,
    line: name,
    name,
    kb: '',
    version: packageVersion,
    classification: draw.weighted([
      ['Security', isKernel ? 90 : 35],
      ['Other', 60],
      ['Critical', 5],
    ]),
    severity: null,
    reboot: isKernel ? 'AlwaysRequiresReboot' : draw.pick(['NeverReboots', 'CanRequestReboot', 'Unknown']),
    publishedAt: null,
  }
}

function version(os: Os, draw: Random, isKernel: boolean): string {
  const upstream = `${draw.int(1, 9)}.${draw.int(0, 24)}.${draw.int(0, 18)}`
  const base = isKernel ? os.version.replace(/-.*/, '') : upstream
  if (os.updates === 'APT') return `${base}-${draw.int(0, 4)}ubuntu${draw.int(1, 4)}.${draw.int(1, 24)}`
  return `${base}-${draw.int(1, 90)}.${os.version.includes('el8') ? 'el8_10' : 'el9_4'}.${draw.int(1, 9)}`
}
