import { random } from '../random.ts'

/** A recommendation of the Windows Server best-practice assessment. */
export interface WindowsRecommendation {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly focusArea: string
  readonly actionArea: string
  /** What is looked at, each on its own. */
  readonly objectType: 'Server' | 'Disk' | 'Service' | 'Share'
  /** Of 100; 35 and more is a high priority. */
  readonly score: number
}

/** Each line: score, object, focus area, action area, title, description. */
const lines = `
72 | Server | Security and Compliance | Hardening | Turn off the first version of SMB | Old clients keep a protocol alive that worms spread over.
64 | Server | Security and Compliance | Hardening | Ask for signed SMB connections | Whoever sits between client and server can change what is read.
58 | Server | Security and Compliance | Accounts | Give every server its own administrator password | One stolen password opens all servers that share it.
55 | Server | Security and Compliance | Hardening | Turn off old versions of TLS | Clients can still agree on ciphers that are broken.
48 | Server | Security and Compliance | Hardening | Protect the local security authority | Tools read passwords from its memory otherwise.
44 | Server | Security and Compliance | Accounts | Rename or disable the guest account | It lets people in without a name.
41 | Service | Security and Compliance | Accounts | Run services with managed accounts | The service signs in with a password that nobody changes.
38 | Server | Security and Compliance | Auditing | Record sign-ins and changes of policy | An intruder leaves no trace that could be read later.
36 | Server | Security and Compliance | Updates | Install updates within a month | Known holes stay open.
35 | Server | Security and Compliance | Hardening | Answer no names by broadcast | Anyone in the network can answer in a server's place.
33 | Share | Security and Compliance | Permissions | Do not share with everyone | The share can be read by every account of the domain.
30 | Server | Security and Compliance | Hardening | Filter what comes in | The firewall of one profile is off.
28 | Service | Security and Compliance | Hardening | Quote the paths of services | A path with a blank can start another program.
26 | Server | Security and Compliance | Accounts | Lock accounts after failed sign-ins | Passwords can be tried without end.
24 | Server | Availability and Business Continuity | Backup | Take backups of the system state | Without them a broken registry means a new server.
62 | Disk | Availability and Business Continuity | Storage | Keep room on the system volume | Updates and dumps need it; services stop without it.
46 | Server | Availability and Business Continuity | Time | Take the time from one source | Sign-in fails when clocks differ by five minutes.
42 | Server | Availability and Business Continuity | Names | Ask two name servers | One of them alone is a single point of failure.
37 | Service | Availability and Business Continuity | Services | Restart services that fail | The service stays down after its first crash.
31 | Server | Availability and Business Continuity | Updates | Restart after updates | Updates wait for a restart for more than a week.
29 | Disk | Availability and Business Continuity | Storage | Check the file system | The volume was marked for a check that never ran.
27 | Server | Availability and Business Continuity | Dumps | Keep memory dumps | A crash leaves nothing to look at.
25 | Server | Availability and Business Continuity | Logs | Make room for event logs | The security log holds less than a day.
22 | Share | Availability and Business Continuity | Storage | Keep earlier versions of files | A deleted file is gone until someone restores the backup.
45 | Server | Performance and Scalability | Power | Use the high performance plan | Cores run below their speed.
34 | Server | Performance and Scalability | Memory | Let Windows size the page file | It is fixed and smaller than the memory asks.
32 | Disk | Performance and Scalability | Storage | Leave folders out of real-time scans | The scanner reads every file that the service writes.
23 | Server | Performance and Scalability | Network | Spread network work over cores | One core handles all packets.
21 | Disk | Performance and Scalability | Storage | Align the clusters with the data | Small clusters slow down large files.
20 | Service | Performance and Scalability | Services | Do not start what nobody uses | The service runs although its role is not installed.
18 | Server | Performance and Scalability | Network | Update the drivers of network adapters | The driver is older than two years.
40 | Server | Upgrade, Migration and Deployment | Support | Leave releases without support | No more security updates arrive.
19 | Server | Upgrade, Migration and Deployment | Features | Remove the old scripting engine | It is kept for compatibility only.
17 | Server | Upgrade, Migration and Deployment | Features | Remove printing from servers | Drivers run in a privileged process.
16 | Server | Operations and Monitoring | Agents | Keep agents up to date | The agent is older than six months.
15 | Server | Operations and Monitoring | Logs | Forward events | Events are lost with the server.
14 | Service | Operations and Monitoring | Services | Watch services that start by themselves | The service is stopped, and nobody was told.
12 | Server | Operations and Monitoring | Names | Describe what the server is for | Its description is empty.
9 | Share | Operations and Monitoring | Storage | Limit what a share can hold | One user can fill the volume.
5 | Server | Operations and Monitoring | Desktop | Do not run a screen saver | It has no use on a server without a screen.
`

const ids = new Map<string, string>()

/** The recommendations, the same for all servers. */
export const windowsRecommendations: readonly WindowsRecommendation[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [score, objectType, focusArea = '', actionArea = '', title = '', description = ''] = line.split(' | ')
    const kind = objectType as WindowsRecommendation['objectType']
    return { id: idOf(title), title, description, focusArea, actionArea, objectType: kind, score: Number(score) }
  })

/** The id of whatever has a name: an area, a recommendation. */
export function idOf(name: string): string {
  const id = ids.get(name) ?? random(0, 'recommendation', name).guid()
  ids.set(name, id)
  return id
}
