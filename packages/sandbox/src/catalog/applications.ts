/** A product that is installed on servers: its name, its publisher and the stem of its version. */
export interface Product {
  readonly name: string
  readonly publisher: string
  readonly version: string
}

const lines = `
Microsoft Edge | Microsoft Corporation | 142.0.3595
Microsoft Edge WebView2 Runtime | Microsoft Corporation | 142.0.3595
Microsoft Monitoring Agent | Microsoft Corporation | 10.20.18069
Azure Connected Machine Agent | Microsoft Corporation | 1.62.03351
Microsoft .NET Runtime - 8.0 (x64) | Microsoft Corporation | 64.44.58
Microsoft ASP.NET Core 8.0 Shared Framework (x64) | Microsoft Corporation | 8.0.21
Microsoft Visual C++ 2013 Redistributable (x64) | Microsoft Corporation | 12.0.40664
Microsoft Visual C++ 2015-2022 Redistributable (x64) | Microsoft Corporation | 14.44.35211
Microsoft Visual C++ 2015-2022 Redistributable (x86) | Microsoft Corporation | 14.44.35211
Microsoft ODBC Driver 17 for SQL Server | Microsoft Corporation | 17.10.6
Microsoft ODBC Driver 18 for SQL Server | Microsoft Corporation | 18.5.1
Microsoft OLE DB Driver for SQL Server | Microsoft Corporation | 18.7.5
Windows Admin Center | Microsoft Corporation | 2.4.2
PowerShell 7-x64 | Microsoft Corporation | 7.5.4
VMware Tools | VMware, Inc. | 12.5.4
7-Zip 25.01 (x64) | Igor Pavlov | 25.01.0
Notepad++ (64-bit x64) | Notepad++ Team | 8.8.7
Google Chrome | Google LLC | 142.0.7444
Mozilla Firefox ESR (x64 en-US) | Mozilla | 140.5.0
Java 8 Update 471 (64-bit) | Oracle Corporation | 8.0.4710
Eclipse Temurin JRE with Hotspot 21 (x64) | Eclipse Adoptium | 21.0.9
Python 3.12.10 (64-bit) | Python Software Foundation | 3.12.10150
Git | The Git Development Community | 2.51.2
WinSCP 6.5.4 | Martin Prikryl | 6.5.4
PuTTY release 0.83 (64-bit) | Simon Tatham | 0.83.0
OpenSSL 3.4 Light (64-bit) | OpenSSL Win64 Installer Team | 3.4.1
Wireshark 4.6.0 x64 | The Wireshark developer community | 4.6.0
Microsoft Report Viewer 2015 Runtime | Microsoft Corporation | 12.0.2402
`

/** Products that most Windows servers have, the most common first. */
export const commonProducts: readonly Product[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', publisher = '', version = ''] = line.split(' | ')
    return { name, publisher, version }
  })

const vendors = [
  'Adatum',
  'Contoso',
  'Fourth Coffee',
  'Litware',
  'Northwind MES',
  'Proseware',
  'Relecloud',
  'Tailspin',
  'Trey Research',
  'VanArsdel',
  'Wide World',
  'Woodgrove',
]
const parts = [
  'Alarm Server',
  'Archive Connector',
  'Barcode Service',
  'Batch Manager',
  'Client Tools',
  'Configuration Studio',
  'Data Gateway',
  'Document Viewer',
  'Driver Pack',
  'Export Service',
  'Historian Interface',
  'Label Designer',
  'License Manager',
  'Message Broker',
  'OPC Server',
  'Print Agent',
  'Quality Module',
  'Recipe Editor',
  'Report Engine',
  'Scheduler',
  'Update Service',
  'Warehouse Terminal',
]

/** Everything else: the modules of a dozen vendors. */
export const otherProducts: readonly Product[] = vendors.flatMap((vendor, first) =>
  parts.map((part, second) => ({
    name: `${vendor} ${part}`,
    publisher: `${vendor} Software`,
    version: `${1 + ((first * 5 + second) % 11)}.${(first + second * 7) % 10}.${(first * 31 + second * 17) % 400}`,
  })),
)

/** The product of SQL Server that a cumulative update replaces. */
export const databaseEngine = (version: string): string => `${version} Database Engine Services`
