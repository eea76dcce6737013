/** A rule of the SQL Server best-practice assessment. */
export interface SqlRule {
  readonly checkId: string
  readonly title: string
  readonly description: string
  /** What is said when the rule is broken; `{target}` stands for the name of the instance or the database. */
  readonly message: string
  readonly target: 'Server' | 'Database'
  /** 30 High, 20 Medium, 10 Low, 0 Information. */
  readonly severity: number
  readonly tags: string
}

/** Each line: check, severity, tags, title, message, description. */
const server = `
MaxServerMemory | 20 | Memory, Performance | Give the instance a memory limit | The setting max server memory of {target} is at its default | Without a limit the instance takes what Windows and the agents need.
MinMemoryEqualsMax | 10 | Memory, Configuration | Let memory shrink under pressure | {target} pins its memory: the lower limit equals the upper one | A fixed size keeps the host from taking memory back.
LockPagesGranted | 0 | Memory, Performance | Consider locked pages | The service account of {target} may not lock pages | On large hosts Windows may page out the buffer pool.
MaxDopDefault | 20 | MaxDOP, Performance | Set a degree of parallelism | {target} lets every query use all cores | One report can then slow down everything else.
CostThresholdLow | 10 | MaxDOP, Performance | Raise the cost threshold | The cost threshold for parallelism of {target} is 5 | Trivial queries go parallel and pay for it.
TempDbFileCount | 20 | DBFileConfiguration, Storage | Add data files to tempdb | tempdb of {target} has one data file, but the host has more cores | Allocation pages become a bottleneck.
TempDbFileSizes | 10 | DBFileConfiguration, Storage | Keep files of tempdb equal | The data files of tempdb on {target} differ in size, so that only the largest is used | Work is spread by free space.
TempDbOnSystem | 20 | DBFileConfiguration, Storage | Move tempdb off the system volume | tempdb of {target} lives on "C:\\", next to Windows: a large sort can fill the volume | A full system volume stops the server.
TF3226Missing | 0 | TraceFlag, Traces | Silence the backup log | {target} writes every log backup to its error log | Real errors drown in success messages.
ObsoleteTraceFlags | 10 | TraceFlag, Configuration | Drop trace flags without effect | {target} starts with trace flags that this release ignores | They mislead whoever reads the configuration.
SaEnabled | 30 | Security | Disable the built-in administrator login | The login sa of {target} is enabled | Its name is known to everyone who tries passwords.
MixedMode | 10 | Security | Prefer Windows authentication | {target} accepts SQL logins beside Windows ones | Passwords of SQL logins have no central policy.
GuestPermissions | 30 | Security, Configuration | Keep guests out | The guest user holds permissions in databases of {target} | Every login can act as guest.
XpCmdShellOn | 30 | Security, Configuration | Turn off the command shell | xp_cmdshell is on: whoever owns {target}, owns the host | A database login should not run programs.
OleAutomationOn | 20 | Security, Configuration | Turn off OLE automation | OLE automation procedures are on for {target} | Old scripts load libraries into the server process.
CrossDbChaining | 20 | Security | Turn off ownership chaining | {target} chains ownership across all databases | Rights in one database then reach into another.
RemoteAdminOff | 10 | Configuration, SystemHealth | Allow the remote admin connection | The dedicated connection of {target} works from the console only | It is the last way into a hung server.
PasswordPolicyOff | 20 | Security | Check password policy on logins | Logins of {target} are exempt from the password policy | They may be short, old and shared.
OrphanedLogins | 10 | Security | Remove logins without a Windows account | {target} keeps logins of accounts that no longer exist | They make reviews harder.
AuditMissing | 10 | Security, Traces | Record failed logins | {target} does not record failed logins | Attempts to guess a password stay unseen.
ForceEncryption | 10 | Security | Ask for encrypted connections | Clients may talk to {target} in clear text | Queries and results can be read on the way.
BackupCompressionOff | 10 | Backup, Performance | Compress backups | Backups of {target} are written without compression | They take longer and need more room.
BackupChecksumOff | 20 | Backup, DataIntegrity | Write backups with checksums | {target} takes backups without checksums | A damaged page is copied without notice.
BackupSameVolume | 30 | Backup, Storage | Keep backups apart from data | {target} writes its backups to the volume of its data, "E:\\": one failure takes both | A lost volume must not take its backup along.
DefaultTraceOff | 10 | Traces | Keep the default trace | The default trace of {target} is off | Nobody can tell who changed what.
HealthSessionOff | 20 | SystemHealth, Traces | Keep the health session running | The session system_health of {target} is stopped | Deadlocks leave no trace.
ErrorLogTooFew | 0 | Configuration, SystemHealth | Keep more error logs | {target} keeps six error logs | Restarts push the interesting one out.
AgentStopped | 20 | Agent | Run the agent | The agent of {target} is stopped | Backups and checks that it schedules do not run.
AgentMailMissing | 10 | Agent | Tell someone about failed jobs | No operator hears of failed jobs of {target} | A failed backup is found at restore.
AlertsMissing | 10 | Agent, SystemHealth | Alert on severe errors | {target} has no alerts for errors of severity 19 and above | Corruption announces itself there first.
AdHocWorkloads | 0 | Performance, Memory | Keep single-use plans small | Plans that ran once take a large part of the cache of {target} | Memory for data shrinks.
PowerPlanBalanced | 20 | CPU, Performance | Use the high performance plan | The host of {target} saves power: cores run below their speed | Queries take longer without a visible cause.
PriorityBoostOn | 30 | CPU, Configuration | Do not boost the priority | Priority boost is on for {target} | Network and cluster services starve.
AffinityPartial | 10 | CPU, Configuration | Let the instance use all cores | {target} is bound to a part of the cores | The licence pays for all of them.
InstantFileInit | 10 | Storage, IO | Allow instant file growth | The service account of {target} may not skip zeroing | Every growth of a file waits for the disk.
SlowIoWarnings | 20 | IO, Storage | Look at slow disks | {target} waited more than 15 seconds for a disk, again | Such waits come before time-outs.
DiskBlockSize | 0 | Storage, IO | Format data volumes for the server | Data volumes of {target} use 4 KB clusters | Larger clusters suit its extents.
PageFileSmall | 10 | PageFile, Memory | Give Windows a page file | The page file of the host of {target} is smaller than Windows asks | Dumps cannot be written.
BuildBehind | 20 | UpdateIssues | Install the newest update | {target} is more than two cumulative updates behind | Known defects are already mended.
OutOfSupport | 30 | UpdateIssues | Leave releases without support | {target} runs a release that gets no more security updates | Nothing that is found in it will be mended.
NetworkPacketSize | 0 | Configuration, Performance | Keep the packet size | {target} uses a packet size other than 4096 bytes | Few networks gain from another size.
LinkedServerSa | 20 | Security, Configuration | Do not link with an administrator | A linked server of {target} signs in as an administrator | Everyone here is an administrator there.
`

const database = `
AutoShrinkOn | 20 | DBConfiguration, Performance | Do not shrink by itself | {target} shrinks itself, then grows again | It fragments indexes and wastes the disk.
AutoCloseOn | 20 | DBConfiguration | Keep the database open | {target} closes when its last user leaves | Every first query opens it anew.
FullBackupOld | 30 | Backup | Take full backups | {target} has no full backup of the last week | What is lost since then stays lost.
LogBackupMissing | 30 | Backup | Take log backups | {target} is in full recovery, but nobody backs up its log | The log grows until the volume is full.
CheckDbOld | 20 | DBCC, DataIntegrity | Check the database | {target} was not checked for two weeks: damage, if any, is in the backups too | The older the damage, the fewer good backups.
PageVerifyOff | 30 | DataIntegrity, DBConfiguration | Verify pages | {target} does not verify its pages by checksum | The disk may change data unnoticed.
LogBiggerThanData | 10 | DBFileConfiguration, Storage | Look at oversized logs | The log of {target} is larger than its data | Recovery and restore take longer.
PercentGrowth | 10 | DBFileConfiguration, IO | Grow in fixed steps | Files of {target} grow by percent | Steps get larger and slower with the size.
ManyLogFragments | 10 | DBFileConfiguration, Performance | Rebuild fragmented logs | The log of {target} consists of thousands of pieces | Start and restore take longer.
CompatibilityOld | 10 | DBConfiguration, Deprecated | Raise the compatibility level | {target} runs at the level of an older release | The optimizer leaves out what it has learned.
StatisticsOff | 20 | Statistics, QueryOptimizer | Keep statistics fresh | {target} does not update statistics by itself | Plans are made for data of long ago.
QueryStoreOff | 0 | QueryStore | Keep the history of plans | The query store of {target} is off | A plan that got worse cannot be found.
MissingKeys | 10 | Indexes, Index | Give every table a clustered index | Large tables of {target} are heaps | Deleted rows leave holes.
UnusedIndexes | 0 | Indexes, Index | Drop indexes that nobody reads | {target} maintains indexes that are never read | Every write pays for them.
DuplicateIndexes | 10 | Indexes, Index | Drop duplicate indexes | {target} has indexes with the same keys, one of them is enough | Every write pays twice.
UntrustedKeys | 10 | DataIntegrity, Index | Trust foreign keys again | {target} has foreign keys that were not checked after a load | The optimizer cannot rely on them.
Trustworthy | 30 | Security, DBConfiguration | Do not trust the database | {target} is marked trustworthy | Its owner can reach the whole instance.
DeprecatedTypes | 0 | Deprecated, Naming | Leave text and image | {target} uses column types that will go | A later upgrade has to change them.
SystemPrefix | 0 | Naming | Do not use the system prefix | {target} has procedures that begin with sp_ | Every call looks into master first.
`

const parse = (lines: string, target: SqlRule['target']): readonly SqlRule[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [checkId = '', severity, tags, title = '', message = '', description = ''] = line.split(' | ')
      return {
        checkId,
        title,
        description,
        message,
        target,
        severity: Number(severity),
        tags: `DefaultRuleset, ${tags}`,
      }
    })

/** The rules about an instance, then those about each of its databases. */
export const sqlRules: readonly SqlRule[] = [...parse(server, 'Server'), ...parse(database, 'Database')]
