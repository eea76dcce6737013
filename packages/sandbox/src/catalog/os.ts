/** An operating system as the Arc agent and Azure report it. */
export interface Os {
  readonly family: 'windows' | 'linux'
  readonly sku: string
  readonly edition: string
  readonly version: string
  /** The name in the titles of its updates. */
  readonly release: string
  /** Where its updates come from, unless a site has a WSUS. */
  readonly updates: 'WU' | 'APT' | 'YUM'
  /** The name that Azure's instance view shows. */
  readonly instanceViewName: string
  readonly image: { readonly publisher: string; readonly offer: string; readonly sku: string }
}

/** The key of an operating system. */
export type OsKey = 'ws2012r2' | 'ws2016' | 'ws2019' | 'ws2022' | 'ws2025' | 'ubuntu22' | 'ubuntu24' | 'rhel8' | 'rhel9'

/** The operating systems of the fleet. */
export const operatingSystems: Readonly<Record<OsKey, Os>> = {
  ws2012r2: windows('2012 R2', 'Standard', '6.3.9600', '2012-R2-Datacenter'),
  ws2016: windows('2016', 'Standard', '10.0.14393', '2016-datacenter-gensecond'),
  ws2019: windows('2019', 'Standard', '10.0.17763', '2019-datacenter-gensecond'),
  ws2022: windows('2022', 'Datacenter', '10.0.20348', '2022-datacenter-azure-edition'),
  ws2025: windows('2025', 'Datacenter', '10.0.26100', '2025-datacenter-azure-edition'),
  ubuntu22: linux(
    'Ubuntu 22.04.5 LTS',
    '5.15.0-161-generic',
    'APT',
    'ubuntu',
    'Canonical',
    'ubuntu-22_04-lts',
    'server',
  ),
  ubuntu24: linux('Ubuntu 24.04.3 LTS', '6.8.0-87-generic', 'APT', 'ubuntu', 'Canonical', 'ubuntu-24_04-lts', 'server'),
  rhel8: linux(
    'Red Hat Enterprise Linux 8.10',
    '4.18.0-553.81.1.el8_10.x86_64',
    'YUM',
    'redhat',
    'RedHat',
    'RHEL',
    '810-gen2',
  ),
  rhel9: linux(
    'Red Hat Enterprise Linux 9.4',
    '5.14.0-427.92.1.el9_4.x86_64',
    'YUM',
    'redhat',
    'RedHat',
    'RHEL',
    '94_gen2',
  ),
}

function windows(release: string, edition: string, version: string, image: string): Os {
  return {
    family: 'windows',
    sku: `Windows Server ${release} ${edition}`,
    edition: `Server${edition}`,
    version,
    release: `Windows Server ${release}`,
    updates: 'WU',
    instanceViewName: `Windows Server ${release} ${edition}`,
    image: { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: image },
  }
}

function linux(
  name: string,
  kernel: string,
  manager: 'APT' | 'YUM',
  instanceViewName: string,
  publisher: string,
  offer: string,
  image: string,
): Os {
  return {
    family: 'linux',
    sku: name,
    edition: 'unknown',
    version: kernel,
    release: name,
    updates: manager,
    instanceViewName,
    image: { publisher, offer, sku: image },
  }
}
