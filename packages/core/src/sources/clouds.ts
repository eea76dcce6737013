/** The clouds that are run apart from each other. */
export type CloudName = 'public' | 'usgov' | 'china'

/** Where the two services of a cloud are, and for what a token for them is asked. */
export interface Cloud {
  readonly resourceManager: string
  readonly resourceManagerScope: string
  readonly logAnalytics: string
  /** Audience of the token for Log Analytics. */
  readonly logAnalyticsAudience: string
}

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    resourceManager: 'https://management.azure.com',
    resourceManagerScope: 'https://management.azure.com/.default',
    logAnalytics: 'https://api.loganalytics.io',
    logAnalyticsAudience: 'https://api.loganalytics.io',
  },
  usgov: {
    resourceManager: 'https://management.usgovcloudapi.net',
    resourceManagerScope: 'https://management.usgovcloudapi.net/.default',
    logAnalytics: 'https://api.loganalytics.us',
    logAnalyticsAudience: 'https://api.loganalytics.us',
  },
  china: {
    resourceManager: 'https://management.chinacloudapi.cn',
    resourceManagerScope: 'https://management.chinacloudapi.cn/.default',
    logAnalytics: 'https://api.loganalytics.azure.cn',
    logAnalyticsAudience: 'https://api.loganalytics.azure.cn',
  },
}
