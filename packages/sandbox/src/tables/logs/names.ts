/** The tables of Log Analytics that the sandbox has. */
export type LogTableName =
  | 'ConfigurationChange'
  | 'ConfigurationData'
  | 'Heartbeat'
  | 'InsightsMetrics'
  | 'Perf'
  | 'SqlAssessment_CL'
  | 'WindowsServerAssessmentRecommendation'
