/** A SQL Server instance as people say it: `HOST` for the default instance, `HOST\INSTANCE` for a named one. */
export const sqlNameOf = (host: string, instance: string): string =>
  instance === '' || instance === host || instance.toUpperCase() === 'MSSQLSERVER' ? host : `${host}\\${instance}`
