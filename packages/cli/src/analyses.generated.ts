// Written by `npm run generate`.

/** The analyses, for those who must not wait for core. */
export const analyses = [
  { id: 'server-metadata', summary: "List all servers of the fleet, in Azure and connected through Azure Arc: operating system and support, agent, hardware (model, CPU cores, RAM, disks), network, tags" },
  { id: 'sql-metadata', summary: "List every place where SQL databases run: SQL Server instances connected through Azure Arc with their databases, SQL virtual machines, Azure SQL servers and managed instances" },
  { id: 'patching-level', summary: "Show which servers lack which patches, how old and how severe these are, and which servers were never assessed" },
  { id: 'sql-best-practices', summary: "Show what the newest SQL Server best-practice assessment of every instance found, what is new or resolved since the run before, and which instances were not assessed" },
  { id: 'windows-best-practices', summary: "Show which recommendations of the Windows Server best-practice assessment fail on which server and object, how severe they are, and which servers were not assessed" },
  { id: 'software-inventory', summary: "List the software that is installed now: on one machine, on several or on all, with versions and publishers; the view `products` says which machines have which version" },
  { id: 'software-changes', summary: "Show what changed in the software of the machines, newest first: installed, removed or upgraded; the view `services` shows what changed in services and daemons" },
  { id: 'anomalies', summary: "Find servers whose CPU, memory or disks behave unlike their own history, stay above a limit, or will run full" },
] as const
